package org.essaim.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.essaim.bench.Child;
import org.essaim.bench.Waiting;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaServer;
import org.essaim.testing.postgres.Database;
import org.essaim.testing.postgres.PostgresServer;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.ProjectRoot;
import org.essaim.testing.servers.TemporaryDirectory;

/** A broker, a PostgreSQL that forces its commits to the disk, and the packaged gateway in a process of its own. */
final class House implements AutoCloseable {

    private static final Database DATABASE = new Database("essaim_gateway", "essaim_gateway", "bench");
    private static final String SECRET = "a secret of the benchmark, long enough";

    private final Path folder = TemporaryDirectory.create("bench-gateway");
    private final Issuer issuer = new Issuer();
    private final KafkaServer kafka = KafkaServer.startTemporary();
    private final PostgresServer postgres =
            PostgresServer.start(FreePort.find(), folder.resolve("postgres"), PostgresServer.Durability.DURABLE);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base = URI.create("http://127.0.0.1:" + FreePort.find());
    private final Child gateway;

    House() {
        postgres.ensure(DATABASE);
        EssaimTopics.create(kafka.bootstrapServers());
        gateway = Child.start(command(), environment(), folder.resolve("gateway.log"));
        Waiting.until("gateway ready", this::isReady);
    }

    private static List<String> command() {
        return List.of(
                Child.java(),
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-XX:MaxGCPauseMillis=50",
                "-jar",
                ProjectRoot.find()
                        .resolve("gateway/target/quarkus-app/quarkus-run.jar")
                        .toString());
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(base.getPort()));
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", DATABASE.role());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", DATABASE.password());
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.address().jdbcUrl(DATABASE.name()));
        settings.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.address().reactiveUrl(DATABASE.name()));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("ESSAIM_UPLOADS_DIRECTORY", folder.resolve("uploads").toString());
        // The whole crowd comes from one address here.
        settings.put("ESSAIM_GATEWAY_CALLS_PER_ADDRESS_AND_MINUTE", "10000000");
        settings.put("ESSAIM_GATEWAY_CLIENT_SECRET", SECRET);
        settings.put("ESSAIM_GATEWAY_ERASER_SECRET", SECRET);
        settings.put("ESSAIM_GATEWAY_SESSION_SECRET", SECRET);
        settings.put("ESSAIM_ERASURES_SECRET", SECRET);
        return settings;
    }

    private boolean isReady() {
        Waiting.pause(100);
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve("/q/health/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            if (!gateway.alive()) {
                throw new IllegalStateException("the gateway ended; its log is in " + folder, e);
            }
            return false;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    URI base() {
        return base;
    }

    Issuer issuer() {
        return issuer;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE.name()), DATABASE.role(), DATABASE.password());
    }

    /** Seconds of processor time that the gateway has used. */
    double gatewaySeconds() {
        return gateway.cpuSeconds();
    }

    /** What the gateway holds in memory after a full collection, in bytes. */
    long gatewayResidentBytes() {
        return gateway.residentBytes();
    }

    /** The same as it is, garbage included. */
    long gatewayResidentBytesAsItIs() {
        return gateway.residentBytesAsItIs();
    }

    @Override
    public void close() {
        gateway.close();
        kafka.close();
        postgres.close();
        issuer.close();
        http.close();
        TemporaryDirectory.delete(folder);
    }
}
