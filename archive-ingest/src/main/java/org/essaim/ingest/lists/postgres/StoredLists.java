package org.essaim.ingest.lists.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.ArchiveSource;
import org.essaim.ingest.lists.ListKind;
import org.essaim.ingest.lists.ListRows;
import org.essaim.ingest.lists.ListVersion;
import org.essaim.ingest.lists.MemberLists.OwnedIds;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.ingest.sealing.SealedBytes;
import org.essaim.ingest.sealing.SealingKeys;
import org.jspecify.annotations.Nullable;

/** Reads what stands. Each answer comes from one statement, so that it is of one generation. */
@ApplicationScoped
class StoredLists {

    private static final String ROWS = """
        select s.generation, s.archive, s.sha256, s.assurance, s.generated_at, l.list, l.key_id, l.sealed
        from member_standing s join member_list l on l.member = s.member and l.generation = s.generation
        where s.member = $1 and s.archive is not null and l.list = any($2)
        """;

    private static final String WHOLE = """
        select s.member, s.generation, s.archive, s.sha256, s.assurance, s.generated_at, l.list, l.key_id, l.sealed
        from member_standing s join member_list l on l.member = s.member and l.generation = s.generation
        where s.member = any($1) and s.archive is not null
        """;

    private static final String VERSIONS =
            "select member, generation, archive from member_standing where member = any($1) and archive is not null";

    private static final String SIZES =
            "select member, sum(octet_length(sealed)) as size from member_list where member = any($1) group by member";

    private final Pool pool;
    private final RowSeals seals;

    StoredLists(Pool pool, SealingKeys keys) {
        this.pool = pool;
        this.seals = new RowSeals(keys);
    }

    /** The standing lists of those among the members who have any. */
    List<StandingLists> read(List<MemberId> members) {
        Map<MemberId, Map<ListKind, byte[]>> lists = new HashMap<>();
        Map<MemberId, Row> standing = new HashMap<>();
        for (Row row : query(WHOLE, Tuple.of(uuids(members)))) {
            MemberId member = new MemberId(row.getUUID("member"));
            standing.put(member, row);
            lists.computeIfAbsent(member, any -> new EnumMap<>(ListKind.class))
                    .put(ListKind.valueOf(row.getString("list")), open(member, row));
        }
        return standing.entrySet().stream()
                .map(entry -> standingLists(entry.getKey(), entry.getValue(), lists.get(entry.getKey())))
                .toList();
    }

    private static StandingLists standingLists(MemberId member, Row row, Map<ListKind, byte[]> lists) {
        return new StandingLists(
                member,
                row.getLong("generation"),
                source(row),
                Assurance.valueOf(row.getString("assurance")),
                ListRows.read(lists, generatedAt(row)));
    }

    /** Which version stands for those among the members who have any. */
    Map<MemberId, ListVersion> versions(List<MemberId> members) {
        Map<MemberId, ListVersion> versions = new HashMap<>();
        for (Row row : query(VERSIONS, Tuple.of(uuids(members)))) {
            MemberId member = new MemberId(row.getUUID("member"));
            versions.put(member, new ListVersion(member, row.getUUID("archive"), row.getLong("generation")));
        }
        return versions;
    }

    /** How many sealed bytes are kept for each of the members. */
    Map<MemberId, Long> sizes(List<MemberId> members) {
        Map<MemberId, Long> sizes = new HashMap<>();
        for (Row row : query(SIZES, Tuple.of(uuids(members)))) {
            sizes.put(new MemberId(row.getUUID("member")), row.getLong("size"));
        }
        return sizes;
    }

    private static UUID[] uuids(List<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }

    Optional<OwnedIds> read(MemberId member, ListKind list) {
        Map<ListKind, byte[]> rows = new EnumMap<>(ListKind.class);
        long generation = 0;
        for (Row row : rows(member, list, ListKind.ORIGIN)) {
            generation = row.getLong("generation");
            rows.put(ListKind.valueOf(row.getString("list")), open(member, row));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OwnedIds(generation, ListRows.readOwner(rows).xId().value(), ListRows.readIds(rows, list)));
    }

    private RowSet<Row> rows(MemberId member, ListKind... kinds) {
        String[] names = new String[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            names[i] = kinds[i].name();
        }
        return query(ROWS, Tuple.of(member.value(), names));
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    private byte[] open(MemberId member, Row row) {
        return seals.open(
                member.value(),
                ListKind.valueOf(row.getString("list")),
                row.getLong("generation"),
                new SealedBytes(row.getString("key_id"), row.getBuffer("sealed").getBytes()));
    }

    private static ArchiveSource source(Row row) {
        return new ArchiveSource(row.getUUID("archive"), row.getString("sha256"));
    }

    private static @Nullable Instant generatedAt(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("generated_at");
        return at == null ? null : at.toInstant();
    }
}
