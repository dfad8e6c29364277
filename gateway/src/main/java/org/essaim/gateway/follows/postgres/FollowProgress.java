package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.FollowDeferred.Slowed;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.follows.Follows.AccountProgress;
import org.essaim.gateway.follows.Follows.FollowState;
import org.essaim.gateway.follows.Follows.OutcomeCount;
import org.essaim.gateway.follows.Follows.Progress;
import org.essaim.gateway.follows.Follows.Waiting;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;

/** Counts the follows of a move by acting account, state and reason. */
final class FollowProgress {

    private static final String PAUSED =
            "select m.paused from migration m where m.member = :member and m.id = :migration";

    private static final String COUNTS = """
            select f.acting, f.network, max(f.acting_handle) as handle, %s as shown, f.reason, f.slowed,
                count(*) as follows, min(f.until) as until
            from follow f join follow_run r on r.run = f.run
            where f.member = :member and r.migration = :migration group by 1, 2, 4, 5, 6 order by 1, 4, 5, 6
            """.formatted(FollowPages.STATE);

    private FollowProgress() {}

    static Uni<Progress> read(SqlClient client, UUID member, UUID migration) {
        return statement(client, PAUSED, member, migration)
                .row()
                .chain(state -> statement(client, COUNTS, member, migration)
                        .rows()
                        .map(rows -> new Progress(state.orElseThrow().flag("paused"), accounts(rows))));
    }

    private static Statement statement(SqlClient client, String sql, UUID member, UUID migration) {
        return Statement.of(client, sql).with("member", member).with("migration", migration);
    }

    private static List<AccountProgress> accounts(List<Row> rows) {
        Map<String, List<Row>> byAccount = new TreeMap<>();
        rows.forEach(row -> byAccount
                .computeIfAbsent(row.text("acting"), acting -> new ArrayList<>())
                .add(row));
        return byAccount.values().stream().map(FollowProgress::account).toList();
    }

    private static AccountProgress account(List<Row> rows) {
        Row first = rows.getFirst();
        List<Row> deferred =
                rows.stream().filter(row -> state(row) == FollowState.DEFERRED).toList();
        return new AccountProgress(
                new TargetAccount(first.constant("network", Network.class), first.text("acting"), first.text("handle")),
                outcomes(rows),
                reasons(rows.stream()
                        .filter(row -> state(row) == FollowState.NEEDS_PERSON)
                        .toList()),
                reasons(deferred),
                deferred.stream()
                        .map(row -> row.instantOrNull("until"))
                        .filter(Objects::nonNull)
                        .min(Comparator.<Instant>naturalOrder())
                        .orElse(null),
                deferred.stream()
                        .map(row -> row.textOrNull("slowed"))
                        .filter(Objects::nonNull)
                        .map(Slowed::valueOf)
                        .findFirst()
                        .orElse(null));
    }

    private static FollowState state(Row row) {
        return row.constant("shown", FollowState.class);
    }

    private static List<OutcomeCount> outcomes(List<Row> rows) {
        Map<FollowState, Integer> counts = rows.stream()
                .collect(Collectors.toMap(
                        FollowProgress::state, row -> (int) row.number("follows"), Integer::sum, TreeMap::new));
        return counts.entrySet().stream()
                .map(entry -> new OutcomeCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Waiting> reasons(List<Row> rows) {
        Map<String, Integer> counts = rows.stream()
                .filter(row -> row.textOrNull("reason") != null)
                .collect(Collectors.toMap(
                        row -> row.text("reason"), row -> (int) row.number("follows"), Integer::sum, TreeMap::new));
        return counts.entrySet().stream()
                .map(entry -> new Waiting(entry.getKey(), entry.getValue()))
                .toList();
    }
}
