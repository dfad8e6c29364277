package org.essaim.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does the same for many people, a few at a time: the machine that serves them is the one that plays them. */
final class Crew {

    private static final int AT_ONCE = 3;

    private Crew() {}

    /** What is done for one of them. */
    @FunctionalInterface
    interface Work<T> {
        void on(T one) throws Exception;
    }

    /**
     * Does the work for all and returns when it is done for each.
     *
     * @param done told how many are done, after each
     * @throws IllegalStateException when it fails for one; the others that wait are not begun then
     */
    static <T> void forEach(List<T> all, Work<T> work, IntConsumer done) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> begun = new ArrayList<>();
            for (T one : all) {
                begun.add(hands.submit(() -> {
                    work.on(one);
                    done.accept(count.incrementAndGet());
                    return null;
                }));
            }
            for (Future<?> each : begun) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            hands.shutdownNow();
        }
    }
}
