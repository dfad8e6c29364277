package org.essaim.gateway.xaccounts.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.Handles;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Codes and handles as rows; the unique index on handles is the last word. */
@ApplicationScoped
class PostgresHandles implements Handles {

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresHandles(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void offer(MemberId member, String code, Instant until) {
        transactions.inTransaction(session -> Statement.of(session, """
                        insert into x_code (member, code, until) values (:member, :code, :until)
                        on conflict (member) do update set code = excluded.code, until = excluded.until
                        """)
                .with("member", member.value())
                .with("code", code)
                .with("until", until)
                .update());
    }

    @Override
    public Optional<String> codeOf(MemberId member) {
        return transactions.reading(
                client -> Statement.of(client, "select code from x_code where member = :member and until > :now")
                        .with("member", member.value())
                        .with("now", clock.instant())
                        .row()
                        .map(row -> row.map((Row found) -> found.text("code"))));
    }

    @Override
    public void prove(MemberId member, String handle) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Statement.of(session, "delete from x_code where member = :member")
                        .with("member", member.value())
                        .update())
                .chain(() -> Statement.of(
                                session,
                                "delete from x_handle where lower(handle) = lower(:handle) and member <> :member returning member")
                        .with("handle", handle)
                        .with("member", member.value())
                        .rows())
                .chain(displaced -> tellAll(session, displaced, now))
                .chain(() -> Statement.of(session, """
                                insert into x_handle (member, handle, proven_at) values (:member, :handle, :now)
                                on conflict (member) do update set handle = excluded.handle, proven_at = excluded.proven_at
                                """)
                        .with("member", member.value())
                        .with("handle", handle)
                        .with("now", now)
                        .update())
                .chain(() -> ActRows.note(session, member.value(), Act.HANDLE_PROVEN, now))
                .chain(() -> NoticeRows.tell(session, member.value(), NoticeKind.X_HANDLE_PROVEN, now)));
    }

    private static Uni<Void> tellAll(Mutiny.Session session, List<Row> displaced, Instant now) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Row row : displaced) {
            UUID other = row.uuid("member");
            told = told.chain(() -> NoticeRows.tell(session, other, NoticeKind.X_HANDLE_DISPLACED, now));
        }
        return told;
    }

    @Override
    public Optional<String> provenBy(MemberId member) {
        return transactions.reading(client -> Statement.of(client, "select handle from x_handle where member = :member")
                .with("member", member.value())
                .row()
                .map(row -> row.map((Row found) -> found.text("handle"))));
    }
}
