package org.essaim.bench.execute;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what happens elsewhere. */
final class Waiting {

    private static final int POLL_MILLIS = 50;

    private Waiting() {}

    static void until(Duration atMost, BooleanSupplier condition) {
        until(atMost, Duration.ofMillis(POLL_MILLIS), condition);
    }

    /** For a condition that costs something to look at. */
    static void until(Duration atMost, Duration poll, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + atMost);
            }
            pause(poll);
        }
    }

    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
