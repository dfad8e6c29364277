package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.executor.following.HostHealth;
import org.essaim.executor.service.scene.ExecutorTest;
import org.junit.jupiter.api.Test;

/** A circuit for each host. */
@QuarkusTest
@ExecutorTest
class HostHealthIT {

    @Inject
    HostHealth hosts;

    @Inject
    DataSource database;

    private final String host = UUID.randomUUID() + ".test";
    private final String neighbour = UUID.randomUUID() + ".test";

    private Optional<Instant> closedUntil(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select closed_until from host_trouble where host = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                        : Optional.empty();
            }
        }
    }

    private void troubles(int times) {
        for (int i = 0; i < times; i++) {
            hosts.trouble(host);
        }
    }

    @Test
    void hostShouldBeClosedForLongerEachTimeAndItsNeighbourStayOpen() throws SQLException {
        hosts.trouble(neighbour);
        troubles(2);
        assertThat(closedUntil(host)).isEmpty();

        troubles(1);
        Instant first = closedUntil(host).orElseThrow();
        troubles(1);
        Instant second = closedUntil(host).orElseThrow();
        troubles(20);
        Instant last = closedUntil(host).orElseThrow();

        assertThat(Duration.between(first, second)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(last).isBetween(second.plus(Duration.ofMinutes(25)), second.plus(Duration.ofMinutes(40)));
        assertThat(closedUntil(neighbour)).isEmpty();
    }

    @Test
    void hostShouldBeOpenAtOnceWhenItAnswersWell() throws SQLException {
        troubles(5);
        assertThat(closedUntil(host)).isPresent();

        hosts.well(host);

        assertThat(closedUntil(host)).isEmpty();
        troubles(1);
        assertThat(closedUntil(host)).isEmpty();
    }
}
