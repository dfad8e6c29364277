package org.essaim.testing.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.essaim.testing.containers.Containers;
import org.essaim.testing.containers.KeycloakInContainer;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.JvmShared;
import org.essaim.testing.servers.ProjectRoot;
import org.essaim.testing.servers.TemporaryDirectory;

/**
 * Gives Quarkus tests a Keycloak with the realm {@code essaim}: sets {@code quarkus.oidc.auth-server-url}. One server a JVM; its
 * first user's arguments hold.
 *
 * <p>Init arguments, all optional: {@code realm} and {@code additions} (comma separated) name files relative to the checkout, see
 * {@link RealmFiles}; {@code host} is what browsers call a server that runs as a process, {@code 127.0.0.1} if absent; {@code env.NAME} sets the environment variable {@code NAME}. Without arguments: the realm of
 * {@code deploy/keycloak}, clients' secrets {@value #SECRET}, administrator {@code admin} with the password {@value #SECRET}.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    /** Secret of every client and of the administrator in tests. */
    public static final String SECRET = "secret-of-tests";

    private static final String ENVIRONMENT = "env.";

    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArguments) {
        arguments = Map.copyOf(initArguments);
    }

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.oidc.auth-server-url", shared(arguments) + "/realms/essaim");
    }

    /** Base URL of the JVM's Keycloak, for tests without Quarkus; started at the first call. */
    public static String shared(Map<String, String> arguments) {
        return JvmShared.once(
                "keycloak",
                () -> Containers.chosen().start(() -> startEmbedded(arguments), () -> startContainer(arguments)));
    }

    private static String startEmbedded(Map<String, String> arguments) {
        Path home = TemporaryDirectory.create("keycloak");
        KeycloakServer server = startOwn(home, arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home), "stop-keycloak"));
        return server.baseUrl().toString();
    }

    /** A Keycloak as a process beside the JVM's own, for whoever needs another; to be closed, and the home to be deleted, by them. */
    public static KeycloakServer startOwn(Path home, Map<String, String> arguments) {
        return KeycloakServer.start(new KeycloakSettings(
                arguments.getOrDefault("host", "127.0.0.1"),
                FreePort.find(),
                FreePort.find(),
                home,
                realm(arguments),
                new KeycloakStorage.InMemory(),
                environment(arguments)));
    }

    private static String startContainer(Map<String, String> arguments) {
        Path realm = TemporaryDirectory.create("realm").resolve("realm.json");
        try {
            realm(arguments).writeTo(realm);
            return KeycloakInContainer.start(KeycloakDistribution.version(), realm, environment(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TemporaryDirectory.delete(realm.getParent());
        }
    }

    static RealmFiles realm(Map<String, String> arguments) {
        Path root = ProjectRoot.find();
        List<Path> additions = Optional.ofNullable(arguments.get("additions")).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(file -> root.resolve(file.strip()))
                .toList();
        return new RealmFiles(
                root.resolve(arguments.getOrDefault("realm", "deploy/keycloak/essaim-realm.json")), additions);
    }

    static Map<String, String> environment(Map<String, String> arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "ESSAIM_PUBLIC_URL", "http://127.0.0.1:8081",
                "ESSAIM_GATEWAY_CLIENT_SECRET", SECRET,
                "ESSAIM_PARTNER_CLIENT_SECRET", SECRET,
                "ESSAIM_ERASER_CLIENT_SECRET", SECRET,
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET));
        arguments.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                environment.put(name.substring(ENVIRONMENT.length()), value);
            }
        });
        return environment;
    }

    private static void stop(KeycloakServer server, Path home) {
        server.close();
        TemporaryDirectory.delete(home);
    }

    /** Nothing: the server lives as long as the JVM. */
    @Override
    public void stop() {}
}
