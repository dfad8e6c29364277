package org.essaim.local.demo;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for something to become true by asking again and again. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Patience() {}

    /**
     * Asks until {@code found} gives something else than null.
     *
     * @param limit how long at most
     * @param what it is that is waited for, for the message when it does not come
     * @throws IllegalStateException when the limit has passed
     */
    static <T> T until(Duration limit, String what, Supplier<@Nullable T> found) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            @Nullable T answer = found.get();
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("after " + limit.toSeconds() + " s there is still no " + what);
            }
            Thread.sleep(PAUSE);
        }
    }
}
