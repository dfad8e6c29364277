package org.essaim.ingest.lists.postgres;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Makes the changes that wait at one moment in one transaction: under a load of small uploads, a commit and a handful of
 * statements serve dozens of them. Whoever asks is answered when the transaction that holds his change is committed.
 *
 * <p>When a group fails, each of its changes is made alone, so that one bad change fails only itself. A change that fails is
 * not made; whoever asked tries again or not.
 */
@ApplicationScoped
class GroupCommit {

    private static final int MOST = 64;
    /** Two, so that one prepares while the other waits for the disk. */
    private static final int THREADS = 2;

    private final Changes changes;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    GroupCommit(Changes changes) {
        this.changes = changes;
    }

    private record Waiting(Change change, CompletableFuture<Void> made) {}

    @PostConstruct
    void start() {
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().daemon().name("group-commit-" + i).start(this::run));
        }
    }

    @PreDestroy
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    /**
     * Makes the change and returns when it is committed.
     *
     * @throws RuntimeException when it was not made
     */
    void make(Change change) {
        Waiting waiting = new Waiting(change, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.made().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("lists were not changed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while lists were changed", e);
        }
    }

    private void run() {
        try {
            while (true) {
                List<Waiting> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, MOST - 1);
                make(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(List<Waiting> group) {
        try {
            changes.make(group.stream().map(Waiting::change).toList());
            group.forEach(waiting -> waiting.made().complete(null));
        } catch (SQLException | RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().made().completeExceptionally(e);
            } else {
                group.forEach(waiting -> make(List.of(waiting)));
            }
        }
    }
}
