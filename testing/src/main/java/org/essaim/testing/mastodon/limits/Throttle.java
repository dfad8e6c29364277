package org.essaim.testing.mastodon.limits;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts in fixed windows; safe for use by several threads. */
public final class Throttle {

    private final InstantSource clock;
    private final Map<Bucket, Window> windows = new HashMap<>();

    private record Window(long number, int used) {}

    public Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more, even above the limit. */
    public synchronized Level hit(Bucket bucket) {
        Instant now = clock.instant();
        long number = now.getEpochSecond() / bucket.period().toSeconds();
        Window window = windows.merge(
                bucket,
                new Window(number, 1),
                (before, fresh) -> before.number() == number ? new Window(number, before.used() + 1) : fresh);
        return new Level(bucket, window.used(), now);
    }

    /** Reads without counting. */
    public synchronized Level look(Bucket bucket) {
        Instant now = clock.instant();
        long number = now.getEpochSecond() / bucket.period().toSeconds();
        Window window = windows.getOrDefault(bucket, new Window(number, 0));
        return new Level(bucket, window.number() == number ? window.used() : 0, now);
    }
}
