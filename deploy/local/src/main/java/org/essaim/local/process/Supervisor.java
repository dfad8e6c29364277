package org.essaim.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Keeps a set of children running. Each starts as soon as those it comes after are ready, all others at once; a child that
 * dies later is started again with growing pauses; stopping goes the other way round.
 *
 * <p>Safe to use from several threads. One supervisor is one launch: once stopped it stays stopped.
 */
public final class Supervisor {

    private final Guard guard;
    private final Backoff backoff;
    private final ChildEvents events;
    private final Probe probe = new Probe();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ChildPlan> plans = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> ready = new ConcurrentHashMap<>();
    private final Map<String, Child> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> lost = new CompletableFuture<>();
    private final Object spawning = new Object();
    private volatile boolean stopping;

    public Supervisor(Guard guard, Backoff backoff, ChildEvents events) {
        this.guard = guard;
        this.backoff = backoff;
        this.events = events;
    }

    /**
     * Begins to start the children and returns at once.
     *
     * @throws IllegalArgumentException when a child comes after one that is neither among them nor begun before
     */
    public void begin(List<ChildPlan> children) {
        for (ChildPlan plan : children) {
            plans.put(plan.name(), plan);
            List<CompletableFuture<Void>> before =
                    plan.after().stream().map(this::readiness).toList();
            ready.put(
                    plan.name(),
                    CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                            .thenRunAsync(() -> startFirst(plan), threads));
        }
    }

    /**
     * Waits until all of these are ready.
     *
     * @throws LaunchFailedException when one of them, or one they come after, is not going to be, or when a child that is
     *     not restarted has died
     */
    public void await(Collection<String> names) throws LaunchFailedException, InterruptedException {
        CompletableFuture<?>[] awaited = names.stream().map(this::readiness).toArray(CompletableFuture[]::new);
        waitFor(CompletableFuture.anyOf(lost, firstFailure(awaited), CompletableFuture.allOf(awaited)));
    }

    /**
     * Waits until a child that is not restarted dies.
     *
     * @throws LaunchFailedException always, when that has happened
     */
    public void awaitLoss() throws LaunchFailedException, InterruptedException {
        waitFor(lost);
    }

    /** The running child of that name, unless it is just dead or was never started. */
    public Optional<Child> child(String name) {
        return Optional.ofNullable(running.get(name)).filter(Child::isAlive);
    }

    /** The children that run now. */
    public List<Child> children() {
        return running.values().stream().filter(Child::isAlive).toList();
    }

    /** Stops everything, what depends on others first, and waits for it. A repeat is harmless. */
    public void stop() {
        synchronized (spawning) {
            stopping = true;
        }
        Map<String, CompletableFuture<Void>> stops = new ConcurrentHashMap<>();
        CompletableFuture<?>[] all = plans.keySet().stream()
                .map(name -> stopAfterDependents(name, stops))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        threads.shutdownNow();
        probe.close();
    }

    private CompletableFuture<Void> stopAfterDependents(String name, Map<String, CompletableFuture<Void>> stops) {
        CompletableFuture<Void> known = stops.get(name);
        if (known != null) {
            return known;
        }
        Stream<CompletableFuture<Void>> dependents = plans.values().stream()
                .filter(plan -> plan.after().contains(name))
                .map(plan -> stopAfterDependents(plan.name(), stops));
        CompletableFuture<Void> stop = CompletableFuture.allOf(dependents.toArray(CompletableFuture[]::new))
                .thenCompose(none -> stopNow(name));
        stops.put(name, stop);
        return stop;
    }

    private CompletableFuture<Void> stopNow(String name) {
        Child child = running.get(name);
        if (child == null) {
            return CompletableFuture.completedFuture(null);
        }
        return child.stop().thenAccept(ended -> {
            if (running.remove(name, ended)) {
                events.stopped(name);
            }
        });
    }

    private CompletableFuture<Void> readiness(String name) {
        CompletableFuture<Void> known = ready.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no child is called " + name);
        }
        return known;
    }

    private void startFirst(ChildPlan plan) {
        try {
            watch(plan, start(plan), 1);
        } catch (LaunchFailedException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private Started start(ChildPlan plan) throws LaunchFailedException, InterruptedException {
        long begun = System.nanoTime();
        Child child = spawn(plan);
        while (!probe.isReady(plan.readiness(), child)) {
            if (!child.isAlive()) {
                throw failed(child, plan.name() + " ended with status " + child.status() + " before it was ready");
            }
            if (System.nanoTime() - begun > plan.readyWithin().toNanos()) {
                throw failed(
                        child,
                        plan.name() + " was not ready within "
                                + plan.readyWithin().toSeconds() + " s");
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        events.ready(plan.name(), Duration.ofNanos(System.nanoTime() - begun));
        return new Started(child, System.nanoTime());
    }

    private Child spawn(ChildPlan plan) throws LaunchFailedException {
        synchronized (spawning) {
            if (stopping) {
                throw new LaunchFailedException("the launcher is stopping", List.of());
            }
            try {
                Child child = guard.start(plan);
                running.put(plan.name(), child);
                return child;
            } catch (IOException e) {
                throw new LaunchFailedException(plan.name() + " could not be started: " + e.getMessage(), List.of());
            }
        }
    }

    private void watch(ChildPlan plan, Started started, int deaths) {
        var _ = started.child.ended().thenAcceptAsync(dead -> ended(plan, started, deaths), threads);
    }

    private void ended(ChildPlan plan, Started started, int deaths) {
        if (stopping) {
            return;
        }
        if (!plan.restarted()) {
            lost.completeExceptionally(
                    failed(started.child, plan.name() + " ended with status " + started.child.status()));
            return;
        }
        boolean wasWell = System.nanoTime() - started.since > backoff.settled().toNanos();
        restart(plan, started.child, wasWell ? 1 : deaths);
    }

    private void restart(ChildPlan plan, Child first, int deaths) {
        Child dead = first;
        for (int death = deaths; !stopping; death++) {
            Duration pause = backoff.after(death);
            events.died(plan.name(), dead.status(), LogTail.of(dead.log(), 15), pause);
            try {
                Thread.sleep(pause);
                watch(plan, start(plan), death + 1);
                return;
            } catch (LaunchFailedException e) {
                // It is written to the log what happened; the next round tells it.
                dead = running.getOrDefault(plan.name(), dead).stop().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static LaunchFailedException failed(Child child, String message) {
        return new LaunchFailedException(message + "; its log: " + child.log(), LogTail.of(child.log(), 15));
    }

    private static CompletableFuture<Void> firstFailure(CompletableFuture<?>[] awaited) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (CompletableFuture<?> one : awaited) {
            var _ = one.exceptionally(cause -> {
                failure.completeExceptionally(cause);
                return null;
            });
        }
        return failure;
    }

    private static void waitFor(CompletableFuture<?> outcome) throws LaunchFailedException, InterruptedException {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof LaunchFailedException failed) {
                throw failed;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** A child that was ready, and when that was by the nano clock. */
    private record Started(Child child, long since) {}
}
