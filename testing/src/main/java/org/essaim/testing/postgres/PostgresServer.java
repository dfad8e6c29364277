package org.essaim.testing.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.QuietLogs;
import org.essaim.testing.servers.TemporaryDirectory;

/**
 * A PostgreSQL server as child process of this JVM, bound to 127.0.0.1. Every role needs its password, the superuser too: its
 * password is drawn at random when the data directory is made and kept there.
 */
public final class PostgresServer implements AutoCloseable {

    /** Whether a crash of the machine may lose data. */
    public enum Durability {
        /** Every commit reaches the disk. */
        DURABLE,
        /** Nothing waits for the disk: for tests. */
        FAST
    }

    private final EmbeddedPostgres postgres;
    private final PostgresAddress address;
    private final Runnable afterStop;

    private PostgresServer(EmbeddedPostgres postgres, PostgresAddress address, Runnable afterStop) {
        this.postgres = postgres;
        this.address = address;
        this.afterStop = afterStop;
    }

    /** Starts on a free port, fast, with data that goes when the server stops. */
    public static PostgresServer startTemporary() {
        Path data = TemporaryDirectory.create("postgres");
        return start(FreePort.find(), data, Durability.FAST, () -> TemporaryDirectory.delete(data));
    }

    /**
     * Starts on {@code port} with the data found in {@code data}, which is created when missing and kept. A server that an earlier
     * process left running on the same data is stopped first.
     */
    public static PostgresServer start(int port, Path data, Durability durability) {
        return start(port, data, durability, () -> {});
    }

    private static PostgresServer start(int port, Path data, Durability durability, Runnable afterStop) {
        QuietLogs.apply();
        try {
            Path cluster = Files.createDirectories(data).resolve("cluster");
            LeftoverPostgres.stop(cluster);
            Superuser superuser = Superuser.of(data);
            EmbeddedPostgres.Builder builder = builder(port, cluster, durability, superuser);
            if (durability == Durability.DURABLE) {
                // A long life outlasts the cleaning of the temporary directory, where binaries are unpacked otherwise.
                builder.setOverrideWorkingDirectory(data.resolve("binaries").toFile());
            }
            EmbeddedPostgres postgres = builder.start();
            PostgresAddress address = new PostgresAddress("127.0.0.1", postgres.getPort(), superuser.password());
            superuser.requirePassword(address);
            return new PostgresServer(postgres, address, afterStop);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port, e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            int port, Path cluster, Durability durability, Superuser superuser) {
        String sync = durability == Durability.DURABLE ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setConnectConfig("password", superuser.password())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("hba_file", superuser.accessRules().toString())
                .setServerConfig("fsync", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("jit", "off");
    }

    public int port() {
        return address.port();
    }

    public PostgresAddress address() {
        return address;
    }

    /** See {@link PostgresAddress#ensure}. */
    public void ensure(Database database) {
        address.ensure(database);
    }

    public String jdbcUrl(String database) {
        return address.jdbcUrl(database);
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            afterStop.run();
        }
    }
}
