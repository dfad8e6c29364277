package org.essaim.testing.containers;

import org.essaim.testing.postgres.PostgresAddress;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL on Docker; Testcontainers removes it when the JVM ends. */
public final class PostgresInContainer {

    private static final DockerImageName IMAGE = DockerImageName.parse("postgres:18");

    private PostgresInContainer() {}

    /** Starts the server and answers with where it is and how its superuser comes in. */
    public static PostgresAddress start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container
                .withUsername(PostgresAddress.SUPERUSER)
                .withPassword("secret-of-tests")
                .withDatabaseName("postgres");
        container.start();
        return new PostgresAddress(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getPassword());
    }
}
