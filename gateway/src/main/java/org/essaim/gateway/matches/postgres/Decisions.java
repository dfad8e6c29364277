package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.XId;
import org.essaim.gateway.matches.MatchFilter;
import org.essaim.gateway.matches.Matches.Decision;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Records decisions about matches that stand, within a session's transaction: in the row that pages read, and in a row that stays
 * when the match goes.
 */
final class Decisions {

    private static final String CHOSEN = """
            with chosen as (select s.x_id from standing_match s where s.member = :member
            """;

    private static final String RECORD = """
            ), kept as (
                insert into decision (member, x_id, decision, decided_at, by_itself)
                select :member, x_id, cast(:decision as text), :now, :byItself from chosen order by x_id
                on conflict (member, x_id) do update set decision = excluded.decision, decided_at = excluded.decided_at,
                    by_itself = excluded.by_itself
                where not excluded.by_itself and (decision.decision <> excluded.decision or decision.by_itself)),
            shown as (
                update standing_match m set decision = cast(:decision as text) from chosen c
                where m.member = :member and m.x_id = c.x_id and m.decision is distinct from cast(:decision as text))
            select count(*) as decided from chosen
            """;

    private static final String NAMED = """
            and s.x_id in (select cast(e.value as bigint)
                from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as e)
            """;

    private static final String IN_CLASSES = "and s.class = any(cast(cast(:classes as text) as smallint[]))\n";

    private static final String UNTIL = "and s.since <= :until\n";

    private Decisions() {}

    static Uni<Integer> some(Mutiny.Session session, UUID member, Decision decision, List<XId> matches, Instant now) {
        return counted(statement(session, NAMED, member, decision, now, false).with("ids", ids(matches)));
    }

    static String ids(List<XId> matches) {
        return matches.stream().map(XId::asString).collect(Collectors.joining(",", "[", "]"));
    }

    static Uni<Integer> filtered(
            Mutiny.Session session,
            UUID member,
            Decision decision,
            MatchFilter filter,
            @Nullable Instant until,
            Instant now) {
        String search = filter.search();
        String condition = IN_CLASSES + (search == null ? "" : MatchPages.SEARCH) + (until == null ? "" : UNTIL);
        Statement statement =
                statement(session, condition, member, decision, now, false).with("classes", MatchPages.classes(filter));
        if (search != null) {
            statement.with("search", search);
        }
        return counted(until == null ? statement : statement.with("until", until));
    }

    /** The standing word for matches that came with this very projection: confirmed unless decided otherwise before. */
    static Uni<Integer> arrivals(Mutiny.Session session, UUID member, Instant now) {
        String arrived = "and s.since = :now and s.fresh and s.decision is null\n";
        return counted(statement(session, arrived, member, Decision.CONFIRMED, now, true));
    }

    private static Uni<Integer> counted(Statement statement) {
        return statement
                .row()
                .map(row ->
                        row.map((Row found) -> (int) found.number("decided")).orElse(0));
    }

    private static Statement statement(
            Mutiny.Session session, String condition, UUID member, Decision decision, Instant now, boolean byItself) {
        return Statement.of(session, CHOSEN + condition + RECORD)
                .with("member", member)
                .with("decision", decision)
                .with("byItself", byItself)
                .with("now", now);
    }
}
