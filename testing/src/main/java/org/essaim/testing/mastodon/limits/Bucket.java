package org.essaim.testing.mastodon.limits;

import java.time.Duration;

/**
 * One thing that is counted.
 *
 * @param name of the limit
 * @param subject whose count it is
 * @param limit allowed in one period
 * @param period aligned to the clock: a window starts at a multiple of it
 */
public record Bucket(String name, String subject, int limit, Duration period) {

    /** Leaves out whose count it is. */
    @Override
    public String toString() {
        return "Bucket[" + name + " " + limit + "]";
    }
}
