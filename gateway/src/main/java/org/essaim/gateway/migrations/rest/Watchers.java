package org.essaim.gateway.migrations.rest;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.platform.postgres.Loop;
import org.jspecify.annotations.Nullable;

/**
 * Wakes whoever watches a member when something of that member has changed, on whichever replica: one question a moment for all who watch
 * here, however many they are. A watcher is given nothing but a word, so a slow one holds one word at most. A beat that keeps a stream
 * alive is no reason to look: thousands would look at once.
 */
@ApplicationScoped
public class Watchers {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** A proxy takes a stream for dead that says nothing for a minute, and this server one for a minute and a half. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    private final Migrations migrations;
    private final Map<MemberId, Set<Watcher>> watching = new ConcurrentHashMap<>();
    private final Map<MemberId, Long> seen = new HashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicReference<@Nullable Loop> looking = new AtomicReference<>();
    private final AtomicReference<@Nullable Loop> beating = new AtomicReference<>();

    public Watchers(Migrations migrations) {
        this.migrations = migrations;
    }

    /** How many watch this member here. */
    int watching(MemberId member) {
        return watching.getOrDefault(member, Set.of()).size();
    }

    /** A word at once, whenever something has changed, and every twenty seconds. Ends when this replica does. */
    Multi<Word> of(MemberId member) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Watcher watcher = new Watcher(emitter);
                            watching.compute(member, (id, others) -> with(others, watcher));
                            emitter.onTermination(
                                    () -> watching.computeIfPresent(member, (id, others) -> without(others, watcher)));
                            watcher.tell(true);
                            start();
                        },
                        BackPressureStrategy.LATEST);
    }

    private static Set<Watcher> with(@Nullable Set<Watcher> others, Watcher watcher) {
        Set<Watcher> all = others == null ? ConcurrentHashMap.newKeySet() : others;
        all.add(watcher);
        return all;
    }

    private static @Nullable Set<Watcher> without(Set<Watcher> others, Watcher watcher) {
        others.remove(watcher);
        return others.isEmpty() ? null : others;
    }

    /** What a watcher is told; of several words only the last arrives, which stands for all of them. */
    interface Word {

        /** Whether something has changed since this was asked the last time. */
        boolean isToLook();
    }

    private record Watcher(MultiEmitter<? super Word> emitter, AtomicBoolean changed) {

        Watcher(MultiEmitter<? super Word> emitter) {
            this(emitter, new AtomicBoolean());
        }

        void tell(boolean change) {
            if (change) {
                changed.set(true);
            }
            Word word = () -> changed.getAndSet(false);
            emitter.emit(word);
        }
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            looking.set(Loop.start("watchers", BETWEEN_LOOKS, this::look));
            beating.set(Loop.start("watchers-beat", BEAT, this::beat));
        }
    }

    private boolean look() {
        seen.keySet().retainAll(watching.keySet());
        watching.keySet().forEach(member -> seen.putIfAbsent(member, 0L));
        if (!seen.isEmpty()) {
            migrations.changesSince(seen).forEach((member, number) -> {
                seen.put(member, number);
                tell(member, true);
            });
        }
        return false;
    }

    /** By the clock alone: a database that is slow or away is no reason to lose those who watch. */
    private boolean beat() {
        watching.keySet().forEach(member -> tell(member, false));
        return false;
    }

    private void tell(MemberId member, boolean change) {
        watching.getOrDefault(member, Set.of()).forEach(watcher -> watcher.tell(change));
    }

    void stop(@Observes ShutdownEvent stopping) {
        for (Loop started : Arrays.asList(looking.get(), beating.get())) {
            if (started != null) {
                started.stop(BETWEEN_LOOKS);
            }
        }
        watching.values()
                .forEach(watchers ->
                        watchers.forEach(watcher -> watcher.emitter().complete()));
    }
}
