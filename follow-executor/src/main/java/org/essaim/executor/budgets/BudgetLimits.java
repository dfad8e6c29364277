package org.essaim.executor.budgets;

import java.time.Duration;

/**
 * The numbers, with their source; docs/adr/0011-budgets.md says why ours are lower.
 *
 * @param share percent of every server's budget that Essaim uses; the rest is the person's own
 * @param blueskyPointsPerHour 5000 (bsky docs, rate limits; a create costs 3, a delete 1)
 * @param blueskyPointsPerDay 35,000 (same page)
 * @param blueskyRequestsPerHost 3000 in 5 minutes for each address that calls a PDS (same page): all our members share it
 * @param blueskyFollowsPerDay our own cap for an account, far below the 11,666 that the points allow
 * @param mastodonCallsPerAccount 300 in 5 minutes for a token (Mastodon docs, rate limits)
 * @param mastodonFollowsPerDay 400 new follows a day, reset at 00:00 UTC (mastodon, app/lib/rate_limiter.rb)
 * @param mastodonCallsPerHost ours, in 5 minutes, for one instance: a small server must not feel a migration
 * @param mastodonCallsPerAddress 300 in 5 minutes that an address calls without a token (Mastodon docs, rate limits)
 * @param pace how much of a day's follows an account uses
 */
public record BudgetLimits(
        int share,
        long blueskyPointsPerHour,
        long blueskyPointsPerDay,
        long blueskyRequestsPerHost,
        long blueskyFollowsPerDay,
        long mastodonCallsPerAccount,
        long mastodonFollowsPerDay,
        long mastodonCallsPerHost,
        long mastodonCallsPerAddress,
        DailyPace pace) {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);

    public Budget blueskyHour(String did) {
        return account("bluesky:account:hour:" + did, blueskyPointsPerHour, Duration.ofHours(1), false, share);
    }

    public Budget blueskyDay(String did) {
        return account("bluesky:account:day:" + did, blueskyPointsPerDay, DAY, false, share);
    }

    public Budget blueskyHost(String host) {
        return new Budget("bluesky:host:" + host, blueskyRequestsPerHost, FIVE_MINUTES, false, share, true);
    }

    /** New follows of a day. {@code percent} of them, as the account's pace is. */
    public Budget blueskyFollows(String did, int percent) {
        return account("bluesky:account:follows:" + did, blueskyFollowsPerDay, DAY, true, percent);
    }

    public Budget mastodonAccount(String actor) {
        return account("mastodon:account:calls:" + actor, mastodonCallsPerAccount, FIVE_MINUTES, true, share);
    }

    /** New follows of a day. {@code percent} of our share of them, as the account's pace is. */
    public Budget mastodonFollows(String actor, int percent) {
        int ours = Math.max(share * percent / 100, 1);
        return account("mastodon:account:follows:" + actor, mastodonFollowsPerDay, DAY, true, ours);
    }

    public Budget mastodonHost(String host) {
        return new Budget("mastodon:host:" + host, mastodonCallsPerHost, FIVE_MINUTES, true, share, true);
    }

    /** Calls without a token: for links, and for names and faces. */
    public Budget mastodonAddress(String host) {
        return new Budget("mastodon:address:" + host, mastodonCallsPerAddress, FIVE_MINUTES, true, share, true);
    }

    /** Profiles can wait: a tenth of the requests that a host takes from one address. */
    public Budget profiles(String host) {
        return new Budget("profiles:host:" + host, blueskyRequestsPerHost / 10, FIVE_MINUTES, true, 100, true);
    }

    private static Budget account(String key, long limit, Duration window, boolean aligned, int percent) {
        return new Budget(key, limit, window, aligned, percent, false);
    }
}
