package org.essaim.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this process, and telling how long it took. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    private Waiting() {}

    /** Asks every few milliseconds. */
    public static void until(String what, BooleanSupplier happened) {
        long begun = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (secondsSince(begun) > LONGEST.toSeconds()) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            pause(10);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    public static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
