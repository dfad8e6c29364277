package org.essaim.local.house;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;
import org.essaim.local.process.ChildPlan;
import org.essaim.local.process.Readiness;
import org.essaim.testing.keycloak.KeycloakLaunch;
import org.essaim.testing.keycloak.KeycloakSettings;
import org.essaim.testing.keycloak.KeycloakStorage;
import org.essaim.testing.keycloak.RealmFiles;
import org.essaim.testing.postgres.PostgresMain;

/** What the services stand on: Kafka, PostgreSQL and Keycloak; their data outlives them. */
final class Stores {

    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";
    static final String KEYCLOAK = "keycloak";

    private static final List<String> DATABASES =
            List.of("essaim_ingest", "essaim_executor", "essaim_gateway", "keycloak");

    private final Setting setting;

    Stores(Setting setting) {
        this.setting = setting;
    }

    /** {@code app} lets people sign in with X; without it there is no such button. */
    List<ChildPlan> plans(Optional<XApp> app) throws IOException, InterruptedException {
        return List.of(kafka(), postgres(), keycloak(app));
    }

    private ChildPlan kafka() {
        String port = Integer.toString(setting.ports().number(Port.KAFKA));
        String data = setting.data().resolve("kafka").toString();
        return new ChildPlan(
                KAFKA,
                Java.main(BrokerMain.class, 192, port, data),
                Map.of(),
                setting.data(),
                new Readiness.Says(BrokerMain.READY),
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                true,
                Set.of());
    }

    private ChildPlan postgres() throws IOException {
        String port = Integer.toString(setting.ports().number(Port.POSTGRES));
        String data = setting.data().resolve("postgres").toString();
        return new ChildPlan(
                POSTGRES,
                Java.main(PostgresMain.class, 128, port, data),
                Map.of(PostgresMain.DATABASES, databases()),
                setting.data(),
                new Readiness.Says("PostgreSQL is ready on"),
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                true,
                Set.of());
    }

    /** Making the plan lets Keycloak build itself when it never ran on this machine: half a minute. */
    private ChildPlan keycloak(Optional<XApp> app) throws IOException, InterruptedException {
        Ports ports = setting.ports();
        Path folder = setting.root().resolve("deploy/keycloak");
        RealmFiles realm = new RealmFiles(
                folder.resolve("essaim-realm.json"),
                app.map(configured -> folder.resolve("broker-x.json")).stream().toList());
        Map<String, String> settings = new HashMap<>();
        settings.put("ESSAIM_PUBLIC_URL", ports.http(Port.GATEWAY).toString());
        settings.put("ESSAIM_GATEWAY_CLIENT_SECRET", setting.secrets().password("gateway-client"));
        settings.put("ESSAIM_PARTNER_CLIENT_SECRET", setting.secrets().password("partner-client"));
        settings.put("ESSAIM_ERASER_CLIENT_SECRET", setting.secrets().password("eraser-client"));
        settings.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        settings.put("KC_BOOTSTRAP_ADMIN_PASSWORD", setting.secrets().password("keycloak-admin"));
        app.ifPresent(configured -> settings.putAll(configured.settings()));
        KeycloakLaunch launch = KeycloakLaunch.prepare(new KeycloakSettings(
                "127.0.0.1",
                ports.number(Port.KEYCLOAK),
                ports.number(Port.KEYCLOAK_HEALTH),
                setting.data().resolve("keycloak"),
                realm,
                new KeycloakStorage.Postgres(
                        "jdbc:postgresql://127.0.0.1:" + ports.number(Port.POSTGRES) + "/keycloak",
                        "keycloak",
                        setting.secrets().password("keycloak")),
                settings));
        return new ChildPlan(
                KEYCLOAK,
                quickStart(launch.command()),
                launch.environment(),
                launch.folder(),
                new Readiness.Answers(launch.readiness()),
                Duration.ofMinutes(4),
                Duration.ofSeconds(20),
                true,
                Set.of(POSTGRES));
    }

    /** Keycloak serves few people here: a quick start is worth more than code compiled to the last. */
    private static List<String> quickStart(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add(1, "-XX:TieredStopAtLevel=1");
        return words;
    }

    /** Each database has a role of its own name, and nobody else's role can open it. */
    private String databases() throws IOException {
        Stream.Builder<String> entries = Stream.builder();
        for (String name : DATABASES) {
            entries.add(name + ":" + name + ":" + setting.secrets().password(name));
        }
        return entries.build().collect(Collectors.joining(","));
    }
}
