package org.essaim.testing.mastodon.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The instances of one process that know each other, and what federates between them. */
public final class Fediverse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final Graph graph = new Graph();
    private boolean holding;

    /** Runs one request's work; requests of all instances take turns, as transactions would make them. */
    public <T> T inTurn(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public Graph graph() {
        return graph;
    }

    public void join(Instance instance) {
        instances.put(instance.domain(), instance);
    }

    public void leave(Instance instance) {
        instances.remove(instance.domain());
    }

    public Optional<Instance> instance(String domain) {
        return Optional.ofNullable(instances.get(domain));
    }

    /** Keeps activities between instances back until {@link #release()}: the time in which a follow is only optimistic. */
    public void hold() {
        holding = true;
    }

    public void release() {
        holding = false;
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(Runnable::run);
    }

    /** Sends a follow to the followed actor's home, which accepts at once, lets it wait, or rejects it. */
    void deliverFollow(Actor from, Actor to) {
        Runnable delivery = () -> {
            instance(to.domain()).ifPresent(home -> home.know(from));
            if (graph.blocking(to, from) || !to.available()) {
                graph.unfollow(from, to);
            } else if (!to.profile().locked()) {
                graph.accept(from, to);
            }
        };
        if (holding) {
            held.add(delivery);
        } else {
            delivery.run();
        }
    }
}
