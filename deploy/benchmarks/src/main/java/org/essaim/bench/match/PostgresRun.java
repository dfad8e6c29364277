package org.essaim.bench.match;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.essaim.bench.Waiting;
import org.essaim.bench.town.Town;
import org.essaim.testing.servers.TemporaryDirectory;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * PostgreSQL doing the same work: lists come in by binary COPY, get the index on the followee that arrivals need, are joined with the
 * identities under the same rule, and the matches are inserted. The rows of the COPY are made beforehand; members are numbers here
 * and not UUIDs, which is in its favour.
 */
final class PostgresRun {

    /** For a bulk load on a machine of this size; everything else is the default of version 18. */
    static final Map<String, String> SETTINGS = Map.of(
            "shared_buffers", "2GB",
            "work_mem", "256MB",
            "maintenance_work_mem", "1GB",
            "max_wal_size", "16GB",
            "checkpoint_timeout", "30min",
            "max_parallel_maintenance_workers", "2",
            "max_parallel_workers_per_gather", "2",
            "jit", "off");

    private static final List<String> TABLES = List.of(
            // kind: -1 is a follower, 0 and more a following with this rank of closeness
            "CREATE TABLE follow (x_id bigint NOT NULL, member int NOT NULL, kind int NOT NULL)",
            "CREATE TABLE block (x_id bigint NOT NULL, member int NOT NULL)",
            "CREATE TABLE identity (member int PRIMARY KEY, x_id bigint UNIQUE, proven bool NOT NULL,"
                    + " findability int NOT NULL, targets text NOT NULL)",
            "CREATE TABLE match (finder int NOT NULL, x_id bigint NOT NULL, who int NOT NULL,"
                    + " finder_proven bool NOT NULL, mutual bool NOT NULL, closeness int NOT NULL)");

    /** One pass over all follows first, so that what is joined with itself is only what concerns members. */
    private static final String HIT = """
            CREATE TEMP TABLE hit AS
            SELECT f.x_id, f.member, f.kind FROM follow f JOIN identity i ON i.x_id = f.x_id
            """;

    private static final String JOIN = """
            INSERT INTO match
            SELECT f.member, f.x_id, i.member, finder.proven, back.member IS NOT NULL, f.kind
              FROM hit f
              JOIN identity i ON i.x_id = f.x_id AND i.proven AND i.findability > 0 AND i.member <> f.member
              JOIN identity finder ON finder.member = f.member
              LEFT JOIN hit back ON back.x_id = f.x_id AND back.member = f.member AND back.kind < 0
              LEFT JOIN hit mine ON mine.x_id = finder.x_id AND mine.member = i.member AND mine.kind >= 0
              LEFT JOIN block blocked ON blocked.member = f.member AND blocked.x_id = i.x_id
              LEFT JOIN block blocks ON blocks.member = i.member AND blocks.x_id = finder.x_id
             WHERE f.kind >= 0 AND blocked.member IS NULL AND blocks.member IS NULL
               AND (i.findability = 2 OR finder.proven AND mine.member IS NOT NULL)
            """;

    private final Rows rows;

    /**
     * What it took.
     *
     * @param stages seconds by stage, in their order
     */
    record Took(Map<String, Double> stages, long matches, long bytes) {

        double seconds() {
            return stages.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    PostgresRun(Town town) {
        this.rows = Rows.of(town);
    }

    /** Runs on a new cluster. */
    Took run(boolean fsync) {
        Path data = TemporaryDirectory.create("bench-postgres");
        try (EmbeddedPostgres postgres = start(data, fsync);
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return work(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            TemporaryDirectory.delete(data);
        }
    }

    private static EmbeddedPostgres start(Path data, boolean fsync) throws IOException {
        String sync = fsync ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("cluster"))
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("synchronous_commit", sync);
        SETTINGS.forEach(builder::setServerConfig);
        return builder.start();
    }

    private Took work(Connection connection) throws SQLException, IOException {
        Map<String, Double> stages = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            long begun = System.nanoTime();
            copy(connection, "COPY identity FROM STDIN BINARY", rows.identities());
            copy(connection, "COPY block FROM STDIN BINARY", rows.blocks());
            copy(connection, "COPY follow FROM STDIN BINARY", rows.follows());
            begun = note(stages, "copy", begun);
            statement.execute("CREATE INDEX ON follow (x_id)");
            begun = note(stages, "index", begun);
            statement.execute("ANALYZE");
            begun = note(stages, "analyze", begun);
            statement.execute(HIT);
            statement.execute("ANALYZE hit");
            statement.execute(JOIN);
            note(stages, "join and insert", begun);
            Took took = new Took(
                    stages,
                    number(statement, "SELECT count(*) FROM match"),
                    number(statement, "SELECT pg_total_relation_size('follow')"));
            // Else the server is still writing when its directory is deleted; no part of what is measured.
            statement.execute("CHECKPOINT");
            return took;
        }
    }

    private static long note(Map<String, Double> stages, String stage, long begun) {
        stages.put(stage, Waiting.secondsSince(begun));
        return System.nanoTime();
    }

    private static void copy(Connection connection, String sql, List<byte[]> chunks) throws SQLException {
        var in = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(sql);
        for (byte[] chunk : chunks) {
            in.writeToCopy(chunk, 0, chunk.length);
        }
        in.endCopy();
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
