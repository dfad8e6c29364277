package org.essaim.testing.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server whose launching process was killed: it still holds the data directory, and goes before a new one starts. */
final class LeftoverPostgres {

    private LeftoverPostgres() {}

    /**
     * Stops the server that runs on {@code cluster}, if any: SIGINT lets it break off its clients and write a checkpoint.
     *
     * @throws IOException when it does not end within a minute
     */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> server = ProcessHandle.of(pid).filter(LeftoverPostgres::isPostgres);
        if (server.isPresent()) {
            interrupt(server.get());
        }
    }

    /** Process ids are used again: another program under the noted id is left alone. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private static void interrupt(ProcessHandle server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                .inheritIO()
                .start();
        try {
            server.onExit().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a PostgreSQL left by an earlier run does not stop: process " + server.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
