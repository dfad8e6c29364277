package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.gateway.matches.MatchFilter;
import org.essaim.gateway.matches.MatchOrder;
import org.essaim.gateway.matches.MatchPage;
import org.essaim.gateway.matches.MatchPage.Cursor;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages by key set: the first rows of each class that the filter lets through, in the order of the index, merged. At most
 * 48 short ranges of an index, however many matches there are and however few of them are meant. A search looks at the rows
 * themselves, as many of the member's as it takes to fill the page.
 */
final class MatchPages {

    static final String SEARCH = """
            and (strpos(lower(s.bluesky_handle), :search) > 0 or strpos(lower(s.mastodon_handle), :search) > 0)
            """;

    private MatchPages() {}

    static Uni<MatchPage> read(
            SqlClient client, UUID member, MatchFilter filter, MatchOrder order, @Nullable Cursor after, int limit) {
        String key = column(order);
        boolean down = order == MatchOrder.NEWEST;
        String bound = after == null
                ? ""
                : "and (s." + key + ", s.x_id) " + (down ? "<" : ">") + " (" + typed(order) + ", :xId)";
        String search = filter.search() == null ? "" : SEARCH;
        String sql = sql(key, bound, search, down ? "desc" : "asc");
        Statement statement = Statement.of(client, sql)
                .with("member", member)
                .with("classes", classes(filter))
                .with("size", limit + 1L);
        if (after != null) {
            statement.with("key", after.key()).with("xId", after.xId());
        }
        if (filter.search() != null) {
            statement.with("search", filter.search());
        }
        return statement.rows().map(rows -> page(rows, order, limit));
    }

    /** {@code key} is the column of the order; {@code bound} and {@code search} are conditions that begin with and, or empty. */
    private static String sql(String key, String bound, String search, String direction) {
        return """
                select %1$s from (
                    select k.x_id, k.%2$s from unnest(cast(cast(:classes as text) as smallint[])) as c (class)
                    cross join lateral (
                        select s.x_id, s.%2$s from standing_match s
                        where s.member = :member and s.class = c.class %3$s %4$s
                        order by s.%2$s %5$s, s.x_id %5$s limit :size) as k
                    order by k.%2$s %5$s, k.x_id %5$s limit :size) as p
                join standing_match m on m.member = :member and m.x_id = p.x_id
                order by m.%2$s %5$s, m.x_id %5$s
                """.formatted(MatchRows.COLUMNS, key, bound, search, direction);
    }

    /** The classes as an array of PostgreSQL. */
    static String classes(MatchFilter filter) {
        return filter.classes().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String column(MatchOrder order) {
        return switch (order) {
            case CLOSENESS -> "rank";
            case NEWEST -> "since";
            case NAME -> "name";
        };
    }

    private static String typed(MatchOrder order) {
        return switch (order) {
            case CLOSENESS -> "cast(cast(:key as text) as integer)";
            case NEWEST ->
                "timestamptz '1970-01-01T00:00:00Z' + cast(cast(:key as text) as bigint) * interval '1 microsecond'";
            case NAME -> "cast(:key as text)";
        };
    }

    private static MatchPage page(List<Row> rows, MatchOrder order, int limit) {
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        Cursor next = null;
        if (rows.size() > limit) {
            Row last = shown.getLast();
            next = new Cursor(key(last, order), last.number("x_id"));
        }
        return new MatchPage(shown.stream().map(MatchRows::match).toList(), next);
    }

    private static String key(Row row, MatchOrder order) {
        return switch (order) {
            case CLOSENESS -> row.text("rank");
            case NEWEST -> Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, row.instant("since")));
            case NAME -> row.text("name");
        };
    }
}
