package org.essaim.executor.following;

import java.time.Duration;

/**
 * How a worker goes about an account.
 *
 * @param batch how many entries are looked at together
 * @param approvalPoll how often a locked account's answer is looked for
 * @param pause after trouble, the first time; doubled with each attempt
 * @param longestPause the most it grows to
 */
public record FollowPace(int batch, Duration approvalPoll, Duration pause, Duration longestPause) {

    /** The pause before another attempt. */
    public Duration after(int attempts) {
        Duration doubled = pause.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 16));
        return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
    }
}
