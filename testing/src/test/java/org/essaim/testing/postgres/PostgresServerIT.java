package org.essaim.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.essaim.testing.servers.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    private static final Database SWARM = new Database("swarm", "swarm", "honey");

    @Test
    void sharedServerShouldGiveEachDatabaseItsOwnRole() throws SQLException {
        PostgresResource.Reachable one = PostgresResource.shared("one");
        PostgresResource.Reachable other = PostgresResource.shared("other");
        assertThat(query(one.jdbcUrl(), one.database(), "SELECT current_user")).isEqualTo("one");
        assertThatThrownBy(() -> query(other.jdbcUrl(), one.database(), "SELECT 1"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void serverShouldKeepDataAndReachTheDiskWhenDurable(@TempDir Path data) throws SQLException {
        int port = FreePort.find();
        try (PostgresServer first = PostgresServer.start(port, data, PostgresServer.Durability.DURABLE)) {
            first.ensure(SWARM);
            query(first.jdbcUrl("swarm"), SWARM, "CREATE TABLE bee AS SELECT 'Maya' AS name; SELECT 1");
        }
        try (PostgresServer second = PostgresServer.start(port, data, PostgresServer.Durability.DURABLE)) {
            second.ensure(SWARM);
            assertThat(query(second.jdbcUrl("swarm"), SWARM, "SELECT name FROM bee"))
                    .isEqualTo("Maya");
            assertThat(query(second.jdbcUrl("swarm"), SWARM, "SHOW fsync")).isEqualTo("on");
            assertThat(query(second.jdbcUrl("swarm"), SWARM, "SHOW server_version"))
                    .startsWith("18.");
        }
    }

    @Test
    void serverShouldRefuseTheSuperuserWithoutPassword(@TempDir Path data) {
        try (PostgresServer server = PostgresServer.start(FreePort.find(), data, PostgresServer.Durability.FAST)) {
            Database nobody = new Database("postgres", "postgres", "guess");
            assertThatThrownBy(() -> query(server.jdbcUrl("postgres"), nobody, "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static String query(String url, Database as, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, as.role(), as.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
