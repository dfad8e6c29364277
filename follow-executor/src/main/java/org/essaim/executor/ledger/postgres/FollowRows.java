package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows of one account, read and saved many in a statement. The caller's transaction holds the account's row. */
final class FollowRows {

    private FollowRows() {}

    /** What is due, in the order in which it is worked on. */
    static Uni<List<FollowRow>> due(SqlConnection connection, HeldAccount account, Instant now, int most) {
        return connection
                .preparedQuery(WorkerStatements.DUE)
                .execute(Tuple.of(account.id(), utc(now), account.workable(now), most))
                .map(rows -> read(account, rows));
    }

    /** Those of these targets that are in the ledger. */
    static Uni<List<FollowRow>> of(SqlConnection connection, HeldAccount account, Collection<String> targets) {
        return connection
                .preparedQuery(WorkerStatements.OF)
                .execute(Tuple.of(account.id(), targets.toArray(String[]::new)))
                .map(rows -> read(account, rows));
    }

    /** Saves all that a worker's step changes of a row; what a plan wrote stays. */
    static Uni<Void> save(SqlConnection connection, HeldAccount account, List<FollowRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(account.id())
                .addArrayOfString(texts(rows, FollowRow::targetId))
                .addArrayOfString(texts(rows, row -> row.state))
                .addArrayOfString(texts(rows, row -> row.outcome))
                .addArrayOfString(texts(rows, row -> row.reason))
                .addArrayOfLong(rows.stream().map(row -> row.version).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(moments(rows, row -> row.dueAt))
                .addArrayOfInteger(rows.stream().map(row -> row.attempts).toArray(Integer[]::new))
                .addArrayOfString(texts(rows, row -> row.recordKey))
                .addArrayOfOffsetDateTime(moments(rows, row -> row.createdAt))
                .addArrayOfBoolean(rows.stream().map(row -> row.ours).toArray(Boolean[]::new));
        return connection.preparedQuery(WorkerStatements.SAVE).execute(values).replaceWithVoid();
    }

    private static @Nullable String[] texts(List<FollowRow> rows, Function<FollowRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime[] moments(
            List<FollowRow> rows, Function<FollowRow, @Nullable Instant> column) {
        return rows.stream()
                .map(row -> {
                    Instant moment = column.apply(row);
                    return moment == null ? null : utc(moment);
                })
                .toArray(OffsetDateTime[]::new);
    }

    private static List<FollowRow> read(HeldAccount account, RowSet<Row> rows) {
        List<FollowRow> follows = new ArrayList<>(rows.size());
        rows.forEach(row -> follows.add(read(account, row)));
        return follows;
    }

    private static FollowRow read(HeldAccount account, Row row) {
        FollowRow follow = new FollowRow();
        follow.id = new FollowId(account.id(), row.getString("target_id"));
        follow.targetHandle = row.getString("target_handle");
        follow.run = row.getUUID("run");
        follow.closeness = row.getInteger("closeness");
        follow.state = row.getString("state");
        follow.outcome = row.getString("outcome");
        follow.reason = row.getString("reason");
        follow.version = row.getLong("version");
        follow.dueAt = row.getOffsetDateTime("due_at").toInstant();
        follow.attempts = row.getInteger("attempts");
        follow.recordKey = row.getString("record_key");
        follow.createdAt = moment(row, "created_at");
        follow.ours = row.getBoolean("ours");
        return follow;
    }

    /** A moment that may be missing. */
    static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
