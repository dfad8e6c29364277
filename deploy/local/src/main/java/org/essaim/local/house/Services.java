package org.essaim.local.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.essaim.local.files.Secrets;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;
import org.essaim.local.process.ChildPlan;
import org.essaim.local.process.Readiness;

/** The four services, as packaged by the build. */
final class Services {

    static final String INGEST = "archive-ingest";
    static final String MATCHER = "matcher-service";
    static final String EXECUTOR = "follow-executor";
    static final String GATEWAY = "gateway";

    private static final int HEAP = 192;

    private final Setting setting;
    private final Ports ports;
    private final Secrets secrets;

    Services(Setting setting) {
        this.setting = setting;
        this.ports = setting.ports();
        this.secrets = setting.secrets();
    }

    /** All four; {@code networks} is what the house adds to the executor's and the gateway's own settings. */
    List<ChildPlan> plans(Map<String, String> networks) throws IOException {
        Path uploads = Files.createDirectories(setting.data().resolve("uploads"));
        Map<String, String> ingest = withDatabase("essaim_ingest");
        ingest.put("ESSAIM_UPLOADS_DIRECTORY", uploads.toString());
        ingest.put("ESSAIM_INGEST_KEYS", secrets.keys("ingest-keys"));
        ingest.put("ESSAIM_ERASURES_SECRET", secrets.password("ingest-erasures"));
        // A name of its own lets a restarted replica go on with the uploads at once.
        ingest.put("ESSAIM_INSTANCE", "local");

        Map<String, String> executor = withDatabase("essaim_executor");
        executor.put("ESSAIM_EXECUTOR_KEYS", secrets.keys("executor-keys"));
        executor.put("ESSAIM_ERASURES_SECRET", secrets.password("executor-erasures"));
        executor.put("ESSAIM_EXECUTOR_PUBLIC_URL", ports.http(Port.GATEWAY).toString());
        executor.put("ESSAIM_EXECUTOR_REDIRECT_URI", ports.http(Port.GATEWAY) + "/link/callback");
        executor.putAll(networks);

        Map<String, String> gateway = withDatabase("essaim_gateway");
        gateway.put("ESSAIM_UPLOADS_DIRECTORY", uploads.toString());
        gateway.put("ESSAIM_GATEWAY_PUBLIC_URL", ports.http(Port.GATEWAY).toString());
        gateway.put("ESSAIM_GATEWAY_CLIENT_SECRET", secrets.password("gateway-client"));
        gateway.put("ESSAIM_GATEWAY_ERASER_SECRET", secrets.password("eraser-client"));
        gateway.put("ESSAIM_GATEWAY_SESSION_SECRET", secrets.password("gateway-session"));
        gateway.put("ESSAIM_ERASURES_SECRET", secrets.password("gateway-erasures"));
        gateway.put("ESSAIM_GATEWAY_EXECUTOR_URL", ports.http(Port.EXECUTOR).toString());
        gateway.put("ESSAIM_GATEWAY_INGEST_URL", ports.http(Port.INGEST).toString());
        gateway.putAll(networks);

        Map<String, String> matcher = common();
        // The same for the matcher's buckets.
        matcher.put("ESSAIM_MATCHER_INSTANCE_ID", "local");

        return List.of(
                plan(INGEST, Port.INGEST, ingest),
                plan(MATCHER, Port.MATCHER, matcher),
                plan(EXECUTOR, Port.EXECUTOR, executor),
                plan(GATEWAY, Port.GATEWAY, gateway));
    }

    private Map<String, String> common() {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.number(Port.KAFKA));
        settings.put("ESSAIM_TOPICS_CREATE", "true");
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // They start beside Keycloak and wait for it.
        settings.put("QUARKUS_OIDC_CONNECTION_DELAY", "4M");
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.http(Port.KEYCLOAK) + "/realms/essaim");
        return settings;
    }

    private Map<String, String> withDatabase(String name) throws IOException {
        int port = ports.number(Port.POSTGRES);
        Map<String, String> settings = common();
        settings.put("QUARKUS_DATASOURCE_USERNAME", name);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password(name));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + name);
        settings.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:" + port + "/" + name);
        return settings;
    }

    private ChildPlan plan(String name, Port port, Map<String, String> settings) {
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.number(port)));
        return new ChildPlan(
                name,
                Java.jar(setting.root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar"), HEAP),
                settings,
                setting.data(),
                new Readiness.Answers(ports.http(port).resolve("/q/health/ready")),
                Duration.ofMinutes(3),
                Duration.ofSeconds(15),
                true,
                Set.of(Stores.KAFKA, Stores.POSTGRES));
    }
}
