package org.essaim.gateway.idempotency.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.idempotency.FirstAnswers;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keys in PostgreSQL. Whoever inserts the row is the first; a row without an answer for a minute is one whose replica died. */
@ApplicationScoped
public class PostgresFirstAnswers implements FirstAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    /** A few of anybody's at each call: more go than come. */
    private static final String EXPIRE = """
            delete from idempotency_key k using (
                select member, key from idempotency_key where begun_at < :expired
                order by begun_at limit 10 for update skip locked) as e
            where k.member = e.member and k.key = e.key
            """;

    private static final String BEGIN = """
            insert into idempotency_key as k (member, key, call, begun_at) values (:member, :key, :call, :now)
            on conflict (member, key) do update set begun_at = excluded.begun_at
            where k.status is null and k.call = excluded.call and k.begun_at < :abandoned
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    public PostgresFirstAnswers(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Beginning begin(MemberId member, String key, String call) {
        Instant now = clock.instant();
        return transactions.quietly(session -> Statement.of(session, EXPIRE)
                .with("expired", now.minus(KEPT))
                .update()
                .chain(() -> Statement.of(session, BEGIN)
                        .with("member", member.value())
                        .with("key", key)
                        .with("call", call)
                        .with("now", now)
                        .with("abandoned", now.minus(LONGEST_CALL))
                        .update())
                .chain(begun ->
                        begun == 1 ? Uni.createFrom().item(new Beginning.First()) : found(session, member, key, call)));
    }

    private static Uni<Beginning> found(Mutiny.Session session, MemberId member, String key, String call) {
        return Statement.of(
                        session,
                        "select call, status, answer from idempotency_key where member = :member and key = :key")
                .with("member", member.value())
                .with("key", key)
                .row()
                .map(row -> row.<Beginning>map(found -> beginning(found, call)).orElseGet(Beginning.UnderWay::new));
    }

    private static Beginning beginning(Row row, String call) {
        if (!row.text("call").equals(call)) {
            return new Beginning.OfAnotherCall();
        }
        Integer status = row.integerOrNull("status");
        return status == null
                ? new Beginning.UnderWay()
                : new Beginning.Answered(new Kept(status, row.textOrNull("answer")));
    }

    @Override
    public void keep(MemberId member, String key, Kept answer) {
        transactions.quietly(session -> Statement.of(session, """
                        update idempotency_key set status = :status, answer = cast(:answer as text)
                        where member = :member and key = :key
                        """)
                .with("status", answer.status())
                .with("answer", answer.json())
                .with("member", member.value())
                .with("key", key)
                .update());
    }

    @Override
    public void forget(MemberId member, String key) {
        transactions.quietly(session -> Statement.of(
                        session, "delete from idempotency_key where member = :member and key = :key and status is null")
                .with("member", member.value())
                .with("key", key)
                .update());
    }
}
