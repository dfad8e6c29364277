package org.essaim.local.process;

import java.time.Duration;

/**
 * How long to wait before a dead child is started again: doubling from {@code first} to {@code longest}.
 *
 * @param settled a child that lived this long is taken to be well: its next death counts as the first
 */
public record Backoff(Duration first, Duration longest, Duration settled) {

    /** What the launcher uses: half a second to half a minute, well after a minute. */
    public static Backoff usual() {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    /** The wait after that many deaths in a row, counted from 1. */
    Duration after(int deaths) {
        Duration wait = first;
        for (int death = 1; death < deaths && wait.compareTo(longest) < 0; death++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
