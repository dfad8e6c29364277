package org.essaim.bench.match;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this process, and telling how long it took. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    private Waiting() {}

    /** Asks every few milliseconds. */
    static void until(String what, BooleanSupplier happened) {
        long begun = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (secondsSince(begun) > LONGEST.toSeconds()) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            pause(10);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
