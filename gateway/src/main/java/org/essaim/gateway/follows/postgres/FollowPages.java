package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.FollowDeferred.Slowed;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.follows.Follows.Cursor;
import org.essaim.gateway.follows.Follows.Follow;
import org.essaim.gateway.follows.Follows.FollowState;
import org.essaim.gateway.follows.Follows.Page;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.jspecify.annotations.Nullable;

/** Pages of follows, by key set. */
final class FollowPages {

    /** What was cancelled here is so whatever the executor said last. */
    static final String STATE = "case when f.cancelled then 'CANCELLED' else f.state end";

    private static final String PAGE = """
            select f.*, %1$s as shown from follow f join follow_run r on r.run = f.run
            where f.member = :member and r.migration = :migration and (f.acting, f.target) > (:acting, :target)
              and %1$s = any(cast(cast(:states as text) as text[]))
            order by f.acting, f.target limit :size
            """.formatted(STATE);

    private FollowPages() {}

    static Uni<Page> page(
            SqlClient client,
            UUID member,
            UUID migration,
            @Nullable Set<FollowState> states,
            @Nullable Cursor after,
            int limit) {
        return Statement.of(client, PAGE)
                .with("member", member)
                .with("migration", migration)
                .with("states", listed(states == null ? EnumSet.allOf(FollowState.class) : states))
                .with("acting", after == null ? "" : after.acting())
                .with("target", after == null ? "" : after.target())
                .with("size", limit + 1L)
                .rows()
                .map(rows -> page(rows, limit));
    }

    private static String listed(Set<FollowState> states) {
        return states.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static Page page(List<Row> rows, int limit) {
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        Cursor next = rows.size() <= limit
                ? null
                : new Cursor(shown.getLast().text("acting"), shown.getLast().text("target"));
        return new Page(shown.stream().map(FollowPages::follow).toList(), next);
    }

    private static Follow follow(Row row) {
        Network network = row.constant("network", Network.class);
        String slowed = row.textOrNull("slowed");
        return new Follow(
                new TargetAccount(network, row.text("acting"), row.text("acting_handle")),
                new TargetAccount(network, row.text("target"), row.text("target_handle")),
                new XId(row.number("x_id")),
                row.constant("shown", FollowState.class),
                row.textOrNull("reason"),
                row.instantOrNull("until"),
                slowed == null ? null : Slowed.valueOf(slowed),
                row.flag("cancelled"),
                row.instant("changed_at"));
    }
}
