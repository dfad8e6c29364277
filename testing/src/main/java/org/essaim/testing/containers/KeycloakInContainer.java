package org.essaim.testing.containers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A Keycloak on Docker; Testcontainers removes it when the JVM ends. The issuer follows the address that it is called by. */
public final class KeycloakInContainer {

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9000;

    private KeycloakInContainer() {}

    /**
     * Starts Keycloak and answers with its base URL.
     *
     * @param version the tag of its image
     * @param realm a whole realm, imported at the start
     */
    public static String start(String version, Path realm, Map<String, String> environment) {
        GenericContainer<?> container =
                new GenericContainer<>(DockerImageName.parse("quay.io/keycloak/keycloak:" + version));
        container.withEnv(environment);
        container.withCopyFileToContainer(
                MountableFile.forHostPath(realm, 0644), "/opt/keycloak/data/import/realm.json");
        container.withExposedPorts(HTTP, MANAGEMENT);
        container.withCommand("start-dev", "--import-realm", "--db=dev-mem", "--health-enabled=true");
        container.waitingFor(
                Wait.forHttp("/health/ready").forPort(MANAGEMENT).withStartupTimeout(Duration.ofMinutes(5)));
        container.start();
        return "http://" + container.getHost() + ":" + container.getMappedPort(HTTP);
    }
}
