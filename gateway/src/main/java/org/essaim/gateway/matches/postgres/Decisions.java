package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.Matches.Decision;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records decisions about matches that stand, within a session's transaction. */
final class Decisions {

    private static final String PUT = """
            insert into decision (member, x_id, decision, decided_at)
            select m.member, m.x_id, :decision, :now from match m
            where m.member = :member
            """;

    private static final String REPLACE = """
             on conflict (member, x_id) do update set decision = excluded.decision, decided_at = excluded.decided_at
            """;

    private Decisions() {}

    static Uni<Integer> some(Mutiny.Session session, UUID member, Decision decision, List<XId> matches, Instant now) {
        String ids = matches.stream().map(XId::asString).collect(Collectors.joining(",", "[", "]"));
        String named = """
                and m.x_id in (select cast(e.value as bigint)
                    from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as e)
                """;
        return statement(session, PUT + named + REPLACE, member, decision, now)
                .with("ids", ids)
                .update();
    }

    static Uni<Integer> all(Mutiny.Session session, UUID member, Decision decision, Instant now) {
        return statement(session, PUT + REPLACE + " where decision.decision <> 'DECLINED'", member, decision, now)
                .update();
    }

    /** The standing word for matches that came with this very projection: confirmed unless decided otherwise before. */
    static Uni<Integer> arrivals(Mutiny.Session session, UUID member, int bucket, Instant now) {
        return statement(
                        session,
                        PUT + "and m.bucket = :bucket and m.since = :now on conflict (member, x_id) do nothing",
                        member,
                        Decision.CONFIRMED,
                        now)
                .with("bucket", bucket)
                .update();
    }

    private static Statement statement(
            Mutiny.Session session, String sql, UUID member, Decision decision, Instant now) {
        return Statement.of(session, sql)
                .with("member", member)
                .with("decision", decision)
                .with("now", now);
    }
}
