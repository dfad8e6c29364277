package org.essaim.testing.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.servers.JvmShared;
import org.essaim.testing.servers.QuietLogs;

/**
 * Gives Quarkus tests a database of their own on the JVM's one PostgreSQL server: sets
 * {@code quarkus.datasource.{username,password,jdbc.url,reactive.url}}. Init argument {@code database}: its name (default
 * {@code essaim}).
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private String database = "essaim";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        return config(shared(database));
    }

    /** The named database on the JVM's server, for tests without Quarkus; server and database are made at the first call. */
    public static Reachable shared(String database) {
        String address = JvmShared.once("postgres", () -> {
            PostgresServer server = PostgresServer.startTemporary();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres"));
            return server.port() + " " + server.superuser().password() + " "
                    + server.superuser().accessRules();
        });
        String[] parts = address.split(" ", 3);
        int port = Integer.parseInt(parts[0]);
        Database wanted = new Database(database, database, "secret-" + database);
        new Superuser(parts[1], Path.of(parts[2])).ensure(port, wanted);
        return new Reachable(port, wanted);
    }

    /** A database and where it is. */
    public record Reachable(int port, Database database) {

        public String jdbcUrl() {
            return PostgresServer.jdbcUrl(port, database.name());
        }

        public String reactiveUrl() {
            return "postgresql://127.0.0.1:" + port + "/" + database.name();
        }
    }

    private static Map<String, String> config(Reachable reachable) {
        Map<String, String> config = new LinkedHashMap<>(QuietLogs.quarkusConfig());
        config.put("quarkus.datasource.username", reachable.database().role());
        config.put("quarkus.datasource.password", reachable.database().password());
        config.put("quarkus.datasource.jdbc.url", reachable.jdbcUrl());
        config.put("quarkus.datasource.reactive.url", reachable.reactiveUrl());
        return config;
    }

    /** Nothing: the server lives as long as the JVM. */
    @Override
    public void stop() {}
}
