package org.essaim.testing.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until it is told otherwise. */
final class MovableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    MovableClock(String start) {
        this.now = new AtomicReference<>(Instant.parse(start));
    }

    void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
