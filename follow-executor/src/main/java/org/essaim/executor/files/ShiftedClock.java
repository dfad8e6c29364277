package org.essaim.executor.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a measurement moves on, so that a day's windows pass in minutes. Safe for many threads. */
public final class ShiftedClock implements InstantSource {

    private static final Duration READ_EVERY = Duration.ofMillis(20);

    private final InstantSource clock;
    private final Path file;
    private final AtomicReference<Reading> last;

    private record Reading(Instant at, Duration ahead) {}

    /** {@code file} holds how many milliseconds it is ahead of {@code clock}. */
    public ShiftedClock(InstantSource clock, Path file) {
        this.clock = clock;
        this.file = file;
        this.last = new AtomicReference<>(new Reading(clock.instant(), read(file)));
    }

    @Override
    public Instant instant() {
        Instant now = clock.instant();
        Reading known = last.get();
        if (known.at().plus(READ_EVERY).isBefore(now)) {
            known = new Reading(now, read(file));
            last.set(known);
        }
        return now.plus(known.ahead());
    }

    private static Duration read(Path file) {
        try {
            return Duration.ofMillis(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
