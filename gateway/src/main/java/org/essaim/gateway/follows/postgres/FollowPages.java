package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.follows.Follows.Count;
import org.essaim.gateway.follows.Follows.Cursor;
import org.essaim.gateway.follows.Follows.Follow;
import org.essaim.gateway.follows.Follows.Outcome;
import org.essaim.gateway.follows.Follows.Page;
import org.essaim.gateway.follows.Follows.Progress;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a person watches: pages by key set, and counts. */
final class FollowPages {

    private static final String PAGE = """
            select f.* from follow f join follow_run r on r.run = f.run
            where f.member = :member and r.migration = :migration and (f.acting, f.target) > (:acting, :target)
            order by f.acting, f.target limit :size
            """;

    private static final String OUTCOMES = """
            select f.network, case when f.cancelled then 'CANCELLED' else f.state end as outcome, count(*) as follows
            from follow f join follow_run r on r.run = f.run
            where f.member = :member and r.migration = :migration group by 1, 2 order by 1, 2
            """;

    private static final String MATCHED = """
            select t.network, count(*) as matches from match_target t
            where t.member = :member and not exists (select 1 from decision d
                where d.member = t.member and d.x_id = t.x_id and d.decision = 'DECLINED')
            group by 1 order by 1
            """;

    private static final String STATE = """
            select m.paused,
                (select count(*) from match_bucket b join lists l on l.member = b.member and b.generation >= l.generation
                    where b.member = m.member) as buckets,
                (select count(*) from match s where s.member = m.member and not exists (
                    select 1 from decision d where d.member = s.member and d.x_id = s.x_id)) as undecided
            from migration m where m.member = :member and m.id = :migration
            """;

    private FollowPages() {}

    static Uni<Page> page(Mutiny.Session session, UUID member, UUID migration, @Nullable Cursor after, int limit) {
        return Statement.of(session, PAGE)
                .with("member", member)
                .with("migration", migration)
                .with("acting", after == null ? "" : after.acting())
                .with("target", after == null ? "" : after.target())
                .with("size", limit + 1L)
                .rows()
                .map(rows -> {
                    List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
                    Cursor next = rows.size() <= limit
                            ? null
                            : new Cursor(
                                    shown.getLast().text("acting"),
                                    shown.getLast().text("target"));
                    return new Page(shown.stream().map(FollowPages::follow).toList(), next);
                });
    }

    private static Follow follow(Row row) {
        Network network = row.constant("network", Network.class);
        return new Follow(
                new TargetAccount(network, row.text("acting"), row.text("acting_handle")),
                new TargetAccount(network, row.text("target"), row.text("target_handle")),
                row.text("state"),
                row.textOrNull("reason"),
                row.instantOrNull("until"),
                row.flag("cancelled"),
                row.instant("changed_at"));
    }

    static Uni<Progress> progress(Mutiny.Session session, UUID member, UUID migration) {
        return outcomes(session, member, migration)
                .chain(outcomes -> matched(session, member)
                        .chain(matched -> Statement.of(session, STATE)
                                .with("member", member)
                                .with("migration", migration)
                                .row()
                                .map(row -> row.map(state -> new Progress(
                                                state.flag("paused"),
                                                (int) state.number("buckets"),
                                                (int) state.number("undecided"),
                                                matched,
                                                outcomes))
                                        .orElseThrow())));
    }

    private static Uni<List<Outcome>> outcomes(Mutiny.Session session, UUID member, UUID migration) {
        return Statement.of(session, OUTCOMES)
                .with("member", member)
                .with("migration", migration)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Outcome(row.constant("network", Network.class), row.text("outcome"), (int)
                                row.number("follows")))
                        .toList());
    }

    private static Uni<List<Count>> matched(Mutiny.Session session, UUID member) {
        return Statement.of(session, MATCHED)
                .with("member", member)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Count(row.constant("network", Network.class), (int) row.number("matches")))
                        .toList());
    }
}
