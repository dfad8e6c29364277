package org.essaim.local.demo;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    static <T> void forEach(List<T> all, Work<T> task, IntConsumer done) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        CompletionService<Integer> work = new ExecutorCompletionService<>(hands);
        try {
            for (T one : all) {
                work.submit(() -> {
                    task.on(one);
                    return count.incrementAndGet();
                });
            }
            for (int finished = 0; finished < all.size(); finished++) {
                done.accept(work.take().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } finally {
            hands.shutdownNow();
        }
    }
}
