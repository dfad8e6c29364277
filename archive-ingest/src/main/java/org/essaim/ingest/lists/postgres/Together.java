package org.essaim.ingest.lists.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Serves all that waits at one moment at once, on threads of its own: under a load of many small requests one statement, or one
 * commit, answers dozens of them; a request that comes alone is served alone and at once.
 *
 * <p>When a group fails, each of its requests is served alone, so that a bad one fails only itself.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Together<Q, A> implements AutoCloseable {

    /** Serves several requests at once. */
    @FunctionalInterface
    interface Service<Q, A> {

        /** One answer each, in the order of the requests; or none of them is served and this fails. */
        List<A> serve(List<Q> requests) throws SQLException;
    }

    private record Waiting<Q, A>(Q request, CompletableFuture<A> answer) {}

    private final int most;
    private final Service<Q, A> service;
    private final BlockingQueue<Waiting<Q, A>> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param name of the threads
     * @param count of the threads: with two, one group is gathered while another waits for the disk
     * @param most requests in a group
     */
    Together(String name, int count, int most, Service<Q, A> service) {
        this.most = most;
        this.service = service;
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::run));
        }
    }

    /**
     * Waits for the answer.
     *
     * @throws RuntimeException when the request was not served
     */
    A ask(Q request) {
        Waiting<Q, A> waiting = new Waiting<>(request, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.answer().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("the database did not do what was asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was asked", e);
        }
    }

    private void run() {
        try {
            while (true) {
                List<Waiting<Q, A>> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, most - 1);
                serve(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(List<Waiting<Q, A>> group) {
        try {
            List<A> answers = service.serve(group.stream().map(Waiting::request).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (SQLException | RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().answer().completeExceptionally(e);
            } else {
                group.forEach(waiting -> serve(List.of(waiting)));
            }
        }
    }

    /** Breaks off; who still waits is not answered, as at the end of the process. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
