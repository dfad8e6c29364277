package org.essaim.ingest.lists.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.Projection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The statements by which what stands is changed, each for many members at once. */
final class ListTables {

    private static final String COPY =
            "copy member_list (member, list, generation, key_id, sealed) from stdin (format binary)";

    private final Connection connection;

    ListTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * Locks the members' rows, made when there are none, in the order given; refuses lists that are not the next generation.
     */
    void lock(List<MemberId> members, List<Change.Stand> stands) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        update("""
            insert into member_standing (member, generation) select unnest(?::uuid[]), 0 on conflict do nothing
            """, uuids(members.stream()));
        Map<UUID, Long> generations = generations(members);
        for (Change.Stand stand : stands) {
            long last = generations.getOrDefault(stand.member().value(), 0L);
            if (stand.lists().generation() != last + 1) {
                throw new IllegalStateException("a member's lists have moved on to generation " + last);
            }
        }
    }

    private Map<UUID, Long> generations(List<MemberId> members) throws SQLException {
        Map<UUID, Long> generations = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select member, generation from member_standing where member = any(?) order by member for update")) {
            select.setArray(1, connection.createArrayOf("uuid", uuids(members.stream())));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    generations.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return generations;
    }

    void deleteLists(List<MemberId> members) throws SQLException {
        if (!members.isEmpty()) {
            update("delete from member_list where member = any(?::uuid[])", uuids(members.stream()));
        }
    }

    /** Adds the sealed rows. */
    void copy(List<Change.Stand> stands) throws SQLException {
        if (stands.isEmpty()) {
            return;
        }
        try (CopyRows rows =
                new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY))) {
            for (Change.Stand stand : stands) {
                for (SealedRow row : stand.rows()) {
                    rows.add(row);
                }
            }
            rows.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("sealed rows could not be sent", e);
        }
    }

    /** Says what stands now. */
    void stand(List<Change.Stand> stands) throws SQLException {
        if (stands.isEmpty()) {
            return;
        }
        update(
                """
                update member_standing m set generation = s.generation, archive = s.archive, sha256 = s.sha256,
                    assurance = s.assurance, generated_at = s.generated_at
                from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
                    as s (member, generation, archive, sha256, assurance, generated_at)
                where m.member = s.member
                """,
                of(stands, stand -> stand.member().value().toString()),
                of(stands, stand -> stand.lists().generation()),
                of(stands, stand -> stand.lists().source().archive().toString()),
                of(stands, stand -> stand.lists().source().sha256()),
                of(stands, stand -> stand.lists().assurance().name()),
                of(stands, stand -> timestamp(stand.lists().contents().generatedAt())));
    }

    private static @Nullable String timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    void withdraw(Stream<MemberId> members) throws SQLException {
        Object[] withdrawn = uuids(members);
        if (withdrawn.length > 0) {
            update("""
                update member_standing set archive = null, sha256 = null, assurance = null, generated_at = null
                where member = any(?::uuid[])
                """, withdrawn);
        }
    }

    void erase(Stream<MemberId> members) throws SQLException {
        Object[] erased = uuids(members);
        if (erased.length > 0) {
            update("delete from member_standing where member = any(?::uuid[])", erased);
        }
    }

    /** The topics that are told of changes beside the usual one. */
    List<Projection> projections() throws SQLException {
        List<Projection> projections = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select topic, buckets from list_projection order by topic");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                projections.add(new Projection(rows.getString(1), rows.getInt(2)));
            }
        }
        return projections;
    }

    /** Forgets how far the uploads were that this work read; gives those that were taken back. */
    Set<UUID> endReadings(List<UUID> works) throws SQLException {
        Set<UUID> takenBack = new HashSet<>();
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from upload_reading where archive = any(?) returning archive, taken_back")) {
            delete.setArray(1, connection.createArrayOf("uuid", works.toArray()));
            try (ResultSet ended = delete.executeQuery()) {
                while (ended.next()) {
                    if (ended.getBoolean("taken_back")) {
                        takenBack.add(ended.getObject("archive", UUID.class));
                    }
                }
            }
        }
        return takenBack;
    }

    private static Object[] uuids(Stream<MemberId> members) {
        return members.map(member -> member.value().toString()).toArray();
    }

    private static Object[] of(Collection<Change.Stand> stands, Function<Change.Stand, @Nullable Object> column) {
        return stands.stream().map(column).toArray();
    }

    /** Each column goes as an array of texts, which the statement casts to what it is. */
    private void update(String sql, Object[]... columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf("text", columns[i]));
            }
            statement.executeUpdate();
        }
    }
}
