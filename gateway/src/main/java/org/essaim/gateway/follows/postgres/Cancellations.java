package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Cancels follows that are not done yet and have lost their ground. It asks what holds now, not what changed, so nothing that
 * slipped through once stays planned. What is followed stays. The caller holds the member's lock.
 */
@ApplicationScoped
public class Cancellations {

    private static final String CANCEL = """
            with cancelled as (
                update follow f set cancelled = true, changed_at = :now
                where f.member = :member and f.state in ('PLANNED', 'DEFERRED', 'NEEDS_PERSON') and not f.cancelled
                  and
            """;

    private static final String TELL = """
                returning f.acting, f.acting_handle, f.network, f.target)
            select acting, acting_handle, network, target from cancelled order by acting, target
            """;

    private static final String NO_MATCH = """
            not exists (select 1 from standing_match m
                where m.member = f.member and m.x_id = f.x_id and f.target in (m.bluesky, m.mastodon))
            """;

    private static final String DECLINED = """
            exists (select 1 from decision d
                where d.member = f.member and d.x_id = f.x_id and d.decision = 'DECLINED')
            """;

    private static final String BY_ITSELF = """
            exists (select 1 from decision d where d.member = f.member and d.x_id = f.x_id and d.by_itself)
            """;

    private static final String OF_MIGRATION = """
            f.run in (select r.run from follow_run r where r.member = f.member and r.migration = :migration)
            """;

    private final PlanRecords records;

    Cancellations(PlanRecords records) {
        this.records = records;
    }

    /** Cancels whatever the ground holds for, and tells the executor. */
    public Uni<Void> cancel(Mutiny.Session session, MemberId member, Ground ground, Instant now) {
        return statement(session, ground)
                .with("member", member.value())
                .with("now", now)
                .rows()
                .map(Cancellations::byAccount)
                .chain(targets -> ActingAccounts.oneAfterAnother(
                        targets.values().stream().map(Lost::acting).toList(),
                        acting -> tell(session, member, targets.get(acting.id()), ground.reason(), now)))
                .replaceWithVoid();
    }

    private static Statement statement(Mutiny.Session session, Ground ground) {
        return switch (ground) {
            case Ground.Declined() -> Statement.of(session, CANCEL + DECLINED + TELL);
            case Ground.NoMatch() -> Statement.of(session, CANCEL + NO_MATCH + TELL);
            case Ground.ConsentWithdrawn() -> Statement.of(session, CANCEL + BY_ITSELF + TELL);
            case Ground.PlanCancelled(UUID migration) ->
                Statement.of(session, CANCEL + OF_MIGRATION + TELL).with("migration", migration);
        };
    }

    private static Map<String, Lost> byAccount(List<Row> rows) {
        Map<String, Lost> lost = new TreeMap<>();
        for (Row row : rows) {
            TargetAccount acting = new TargetAccount(
                    row.constant("network", Network.class), row.text("acting"), row.text("acting_handle"));
            lost.computeIfAbsent(acting.id(), id -> new Lost(acting, new ArrayList<>()))
                    .targets()
                    .add(row.text("target"));
        }
        return lost;
    }

    private Uni<Integer> tell(
            Mutiny.Session session, MemberId member, Lost lost, FollowCancelled.Reason reason, Instant now) {
        List<LongFunction<FollowPlan>> makers = new ArrayList<>();
        List<String> targets = lost.targets();
        for (int from = 0; from < targets.size(); from += FollowPlan.MOST_TARGETS) {
            List<String> part = targets.subList(from, Math.min(from + FollowPlan.MOST_TARGETS, targets.size()));
            makers.add(sequence -> new FollowCancelled(member, lost.acting(), sequence, part, reason, now));
        }
        return records.send(session, lost.acting(), makers, now).replaceWith(targets.size());
    }

    private record Lost(TargetAccount acting, List<String> targets) {}
}
