package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Turns confirmed matches into follows of a run, closest first. The caller holds the member's lock. */
@ApplicationScoped
class PlanWriter {

    private final PlanRecords records;

    PlanWriter(PlanRecords records) {
        this.records = records;
    }

    /** How many follows were added on every able account, of this network or of all. */
    Uni<Integer> plan(Mutiny.Session session, MemberId member, UUID run, @Nullable Network network, Instant now) {
        return ActingAccounts.able(session, member.value())
                .chain(accounts -> ActingAccounts.oneAfterAnother(
                        accounts.stream()
                                .filter(account -> network == null || account.network() == network)
                                .toList(),
                        acting -> planOn(session, member, acting, run, now)));
    }

    private Uni<Integer> planOn(Mutiny.Session session, MemberId member, TargetAccount acting, UUID run, Instant now) {
        return Statement.of(session, statement(column(acting.network())))
                .with("member", member.value())
                .with("acting", acting.id())
                .with("actingHandle", acting.handle())
                .with("network", acting.network())
                .with("run", run)
                .with("now", now)
                .rows()
                .map(rows ->
                        rows.stream().map(row -> planned(acting.network(), row)).toList())
                .chain(follows -> records.send(session, acting, makers(member, acting, run, follows, now), now)
                        .replaceWith(follows.size()));
    }

    /** Column {@code bluesky} or {@code mastodon}, with its handle beside it. */
    private static String statement(String column) {
        return """
                with planned as (
                    insert into follow (member, acting, target, network, acting_handle, target_handle, x_id, closeness, run,
                        state, planned_at, changed_at)
                    select m.member, :acting, m.%1$s, :network, :actingHandle, m.%1$s_handle, m.x_id, m.closeness, :run,
                        'PLANNED', :now, :now
                    from standing_match m
                    where m.member = :member and m.decision = 'CONFIRMED' and m.%1$s is not null and m.%1$s <> :acting
                    on conflict (member, acting, target) do update set run = excluded.run, state = 'PLANNED', reason = null,
                        until = null, slowed = null, cancelled = false, x_id = excluded.x_id, closeness = excluded.closeness,
                        target_handle = excluded.target_handle, planned_at = excluded.planned_at,
                        changed_at = excluded.changed_at
                    where follow.cancelled or follow.state in ('CANCELLED', 'UNDONE')
                    returning target, target_handle, closeness, x_id)
                select target, target_handle, closeness from planned
                order by case closeness when 0 then 2147483647 else closeness end, x_id
                """.formatted(column);
    }

    private static String column(Network network) {
        return switch (network) {
            case BLUESKY -> "bluesky";
            case MASTODON -> "mastodon";
        };
    }

    private static PlannedFollow planned(Network network, Row row) {
        return new PlannedFollow(new TargetAccount(network, row.text("target"), row.text("target_handle")), (int)
                row.number("closeness"));
    }

    private static List<LongFunction<FollowPlan>> makers(
            MemberId member, TargetAccount acting, UUID run, List<PlannedFollow> follows, Instant now) {
        List<LongFunction<FollowPlan>> makers = new ArrayList<>();
        for (int from = 0; from < follows.size(); from += FollowPlan.MOST_TARGETS) {
            List<PlannedFollow> part = follows.subList(from, Math.min(from + FollowPlan.MOST_TARGETS, follows.size()));
            makers.add(sequence -> new FollowPlanned(member, acting, sequence, run, part, now));
        }
        return makers;
    }
}
