package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Network;
import org.essaim.gateway.matches.MatchCounts;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;

/** Counts matches by their class, from an index alone. */
final class MatchTotals {

    private static final String BY_CLASS = """
            select class, count(*) as matches from standing_match where member = :member group by class
            """;

    private static final String BUCKETS = """
            select count(*) as buckets from match_bucket b join lists l on l.member = b.member
            where b.member = :member and b.generation >= l.generation
            """;

    private static final int NEW = 1;
    private static final int CONFIRMED = 2;
    private static final int DECLINED = 3;

    private MatchTotals() {}

    static Uni<MatchCounts> read(SqlClient client, UUID member) {
        return Statement.of(client, BY_CLASS)
                .with("member", member)
                .rows()
                .chain(classes -> Statement.of(client, BUCKETS)
                        .with("member", member)
                        .row()
                        .map(row -> counts(classes, row.orElseThrow().number("buckets") == Buckets.COUNT)));
    }

    private static MatchCounts counts(List<Row> classes, boolean wholeMatched) {
        List<MatchCounts.OnNetwork> networks = new ArrayList<>();
        addNetwork(networks, Network.BLUESKY, count(classes, number -> standing(number) && (number & 4) != 0));
        addNetwork(networks, Network.MASTODON, count(classes, number -> standing(number) && (number & 8) != 0));
        return new MatchCounts(
                count(classes, MatchTotals::standing),
                count(classes, number -> (number & 3) <= NEW),
                count(classes, number -> (number & 3) == NEW),
                count(classes, number -> (number & 3) == CONFIRMED),
                count(classes, number -> !standing(number)),
                count(classes, number -> standing(number) && (number & 16) != 0),
                wholeMatched,
                networks);
    }

    private static boolean standing(int number) {
        return (number & 3) != DECLINED;
    }

    private static int count(List<Row> classes, IntPredicate meant) {
        return (int) classes.stream()
                .filter(row -> meant.test((int) row.number("class")))
                .mapToLong(row -> row.number("matches"))
                .sum();
    }

    private static void addNetwork(List<MatchCounts.OnNetwork> networks, Network network, int matches) {
        if (matches > 0) {
            networks.add(new MatchCounts.OnNetwork(network, matches));
        }
    }
}
