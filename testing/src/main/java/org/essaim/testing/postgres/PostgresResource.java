package org.essaim.testing.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.containers.Containers;
import org.essaim.testing.containers.PostgresInContainer;
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
        PostgresAddress server = PostgresAddress.decode(JvmShared.once(
                "postgres",
                () -> Containers.chosen()
                        .start(PostgresResource::startEmbedded, PostgresInContainer::start)
                        .encode()));
        Database wanted = new Database(database, database, "secret-" + database);
        server.ensure(wanted);
        return new Reachable(server, wanted);
    }

    private static PostgresAddress startEmbedded() {
        PostgresServer server = PostgresServer.startTemporary();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres"));
        return server.address();
    }

    /** A database and where it is. */
    public record Reachable(PostgresAddress server, Database database) {

        public String jdbcUrl() {
            return server.jdbcUrl(database.name());
        }

        public String reactiveUrl() {
            return server.reactiveUrl(database.name());
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
