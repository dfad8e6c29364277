package org.essaim.executor.following;

import java.time.Duration;

/**
 * How a worker goes about an account.
 *
 * @param batch how many entries are looked at together
 * @param approvalPoll how often a locked account's answer is looked for
 * @param pause after trouble, the first time; doubled with each attempt
 * @param longestPause the most it grows to
 * @param longestLook the most that the pause grows to before a target is looked for again
 * @param dormancy after it a target that its owner has put to sleep is looked at again
 * @param hopeless after so long without a good answer of the account's own server, only the person can help
 * @param rounds how many batches a turn has; then others who wait come first
 */
public record FollowPace(
        int batch,
        Duration approvalPoll,
        Duration pause,
        Duration longestPause,
        Duration longestLook,
        Duration dormancy,
        Duration hopeless,
        int rounds) {

    /** The pause before another attempt. */
    public Duration after(int attempts) {
        return grown(attempts, 1, longestPause);
    }

    /** The pause before a target that was not to be found is looked for again: seconds first, then days. */
    public Duration afterLook(int attempts) {
        return grown(attempts, 2, longestLook);
    }

    private Duration grown(int attempts, int doublings, Duration longest) {
        int shift = Math.min(Math.max(attempts - 1, 0) * doublings, 24);
        Duration grown = pause.multipliedBy(1L << shift);
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
