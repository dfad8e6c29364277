package org.essaim.bench.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The one clock of a run: the service reads how far it is ahead from a file, servers are told. */
final class MovedClock implements InstantSource {

    private final Path file;
    private final Consumer<Duration> servers;
    private volatile Duration ahead = Duration.ZERO;

    /**
     * A clock that begins on time.
     *
     * @param servers told by how much it is moved on
     */
    MovedClock(Path folder, Consumer<Duration> servers) {
        this.file = folder.resolve("clock-shift");
        this.servers = servers;
        write();
    }

    Path file() {
        return file;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    void advance(Duration by) {
        servers.accept(by);
        ahead = ahead.plus(by);
        write();
    }

    /** The service never sees half a number. */
    private void write() {
        try {
            Path fresh = file.resolveSibling("clock-shift.new");
            Files.writeString(fresh, Long.toString(ahead.toMillis()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
