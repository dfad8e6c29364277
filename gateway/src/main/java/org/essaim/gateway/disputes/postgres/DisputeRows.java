package org.essaim.gateway.disputes.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.XId;
import org.essaim.gateway.disputes.Dispute;
import org.essaim.gateway.disputes.Dispute.DisputeState;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code dispute}, within a session's transaction. */
final class DisputeRows {

    private static final String COLUMNS =
            "select id, member, x_id, words, raised_at, state, reason, decided_at from dispute ";

    private DisputeRows() {}

    static Uni<List<Dispute>> of(SqlClient client, UUID member) {
        return Statement.of(client, COLUMNS + "where member = :member order by raised_at desc, id limit 100")
                .with("member", member)
                .rows()
                .map(rows -> rows.stream().map(DisputeRows::dispute).toList());
    }

    static Uni<List<Raised>> open(SqlClient client, int most) {
        return Statement.of(client, COLUMNS + "where state = 'OPEN' order by raised_at, id limit :most")
                .with("most", most)
                .rows()
                .map(rows -> rows.stream().map(DisputeRows::raised).toList());
    }

    static Uni<Optional<Raised>> find(Mutiny.Session session, UUID id) {
        return Statement.of(session, COLUMNS + "where id = :id")
                .with("id", id)
                .row()
                .map(row -> row.map(DisputeRows::raised));
    }

    /** How many the member raised since then. */
    static Uni<Long> raisedSince(Mutiny.Session session, UUID member, Instant then) {
        return Statement.of(
                        session, "select count(*) as many from dispute where member = :member and raised_at > :since")
                .with("member", member)
                .with("since", then)
                .row()
                .map(row -> row.orElseThrow().number("many"));
    }

    /** Adds one; false when one of theirs about that account waits already. */
    static Uni<Boolean> add(Mutiny.Session session, UUID member, Dispute dispute) {
        return Statement.of(session, """
                        insert into dispute (id, member, x_id, words, raised_at, state)
                        values (:id, :member, :xId, :words, :at, 'OPEN') on conflict do nothing
                        """)
                .with("id", dispute.id())
                .with("member", member)
                .with("xId", dispute.xId().value())
                .with("words", dispute.words())
                .with("at", dispute.raisedAt())
                .update()
                .map(added -> added == 1);
    }

    /** False when it is decided, or not there. */
    static Uni<Boolean> close(Mutiny.Session session, UUID id, DisputeState state, String reason, Instant now) {
        return Statement.of(session, """
                        update dispute set state = :state, reason = :reason, decided_at = :now
                        where id = :id and state = 'OPEN'
                        """)
                .with("id", id)
                .with("state", state)
                .with("reason", reason)
                .with("now", now)
                .update()
                .map(closed -> closed == 1);
    }

    static Uni<Boolean> remove(Mutiny.Session session, UUID id) {
        return Statement.of(session, "delete from dispute where id = :id and state = 'OPEN'")
                .with("id", id)
                .update()
                .map(removed -> removed == 1);
    }

    private static Raised raised(Row row) {
        return new Raised(row.uuid("member"), dispute(row));
    }

    private static Dispute dispute(Row row) {
        return new Dispute(
                row.uuid("id"),
                new XId(row.number("x_id")),
                row.text("words"),
                row.instant("raised_at"),
                row.constant("state", DisputeState.class),
                row.textOrNull("reason"),
                row.instantOrNull("decided_at"));
    }

    /** A dispute and whoever raised it. */
    record Raised(UUID member, Dispute dispute) {}
}
