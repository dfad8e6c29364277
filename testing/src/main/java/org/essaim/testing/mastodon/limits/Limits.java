package org.essaim.testing.mastodon.limits;

import java.time.Duration;

/**
 * What one instance allows.
 *
 * @param perToken requests in five minutes with one token
 * @param perUser requests in five minutes of one account over all its tokens
 * @param perAddress requests in five minutes of one caller without a token
 * @param registrations new apps in ten minutes of one caller
 * @param followsADay new follows of one account from midnight to midnight UTC
 * @param following accounts that one account may follow at all, or 1.1 times its followers when that is more
 */
public record Limits(int perToken, int perUser, int perAddress, int registrations, int followsADay, int following) {

    public static final Duration REQUEST_WINDOW = Duration.ofMinutes(5);
    public static final Duration PAGING_WINDOW = Duration.ofMinutes(15);
    public static final Duration REGISTRATION_WINDOW = Duration.ofMinutes(10);
    public static final Duration FOLLOW_WINDOW = Duration.ofDays(1);

    /** As Mastodon ships. */
    public static final Limits STANDARD = new Limits(300, 1500, 300, 5, 400, 7500);

    public Limits withFollowing(int most) {
        return new Limits(perToken, perUser, perAddress, registrations, followsADay, most);
    }

    public Limits withFollowsADay(int most) {
        return new Limits(perToken, perUser, perAddress, registrations, most, following);
    }

    public Limits withRequests(int token, int user, int address) {
        return new Limits(token, user, address, registrations, followsADay, following);
    }
}
