package org.essaim.testing.containers;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/**
 * The switch between embedded servers and containers.
 *
 * @param wanted whether containers were asked for
 * @param docker whether Docker answers; asked only when containers are wanted
 */
public record Containers(boolean wanted, BooleanSupplier docker) {

    /** System property: {@code true} runs Kafka, PostgreSQL and Keycloak on Testcontainers. */
    public static final String SWITCH = "essaim.containers";

    /** The switch as this JVM was started. */
    public static Containers chosen() {
        return new Containers(
                Boolean.getBoolean(SWITCH), () -> DockerClientFactory.instance().isDockerAvailable());
    }

    /**
     * Starts one of the two.
     *
     * @throws IllegalStateException when containers are wanted and Docker does not answer
     */
    public <T> T start(Supplier<T> embedded, Supplier<T> container) {
        if (!wanted) {
            return embedded.get();
        }
        if (!docker.getAsBoolean()) {
            throw new IllegalStateException(
                    "-D" + SWITCH + "=true needs Docker, and no Docker answers here: start it, or leave"
                            + " the switch away and the tests run on embedded servers");
        }
        return container.get();
    }
}
