package org.essaim.bench.gateway;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of a hundred matches out of millions of rows, one call at a time, in every order and under every filter. */
final class Pages {

    private static final List<String> ORDERS = List.of("CLOSENESS", "NEWEST", "NAME");

    private static final List<String> FILTERS = List.of(
            "",
            "&network=BLUESKY",
            "&network=MASTODON",
            "&mutual=true",
            "&mutual=false",
            "&new=true",
            "&new=false",
            "&assurance=PROVEN",
            "&assurance=CLAIMED",
            "&decision=UNDECIDED",
            "&decision=CONFIRMED",
            "&decision=DECLINED",
            "&network=MASTODON&mutual=true&new=true&assurance=CLAIMED&decision=UNDECIDED",
            "&search=bee1-1",
            "&search=nobody-is-called-so");

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /** Calls before the figures count: the compiler's time. */
    private static final int WARM_UP = 3_000;

    private final House house;
    private final Caller caller;
    private final SplittableRandom random = new SplittableRandom(Options.SEED);

    Pages(House house, Caller caller) {
        this.house = house;
        this.caller = caller;
    }

    /**
     * Fills the table up to about so many rows, for the members from this one on, who have as many matches each; the first has far
     * more.
     */
    void fill(long standing, long rows, int from, int members) throws SQLException {
        long each = Math.max(1, (rows - standing) / (members - from));
        try (Connection database = house.database();
                Statement statement = database.createStatement()) {
            statement.execute("""
            insert into standing_match (member, x_id, who, assurance, finder_assurance, followed_me, mutual, closeness,
                bluesky, bluesky_handle, mastodon, mastodon_handle, since, fresh, decision)
            select m.id, 1000000000 + n, gen_random_uuid(), 'PROVEN', case when n %% 50 = 0 then 'CLAIMED' else 'PROVEN' end,
                n %% 3 = 0, n %% 3 = 0, case when n <= 50 then n else 0 end,
                'did:plc:' || lpad(n::text, 24, '0'), 'bee1-' || n || '.bsky.social',
                case when n %% 3 = 0 then 'https://mastodon.example/users/bee' || n end,
                case when n %% 3 = 0 then 'bee1-' || n || '@mastodon.example' end,
                now() - n * interval '1 minute', n %% 40 = 0,
                case n %% 10 when 0 then 'CONFIRMED' when 1 then 'DECLINED' end
            from (select id, row_number() over (order by id) as place from member order by id offset %d) m
            cross join lateral generate_series(1, case m.place when 1 then 20000 else %d end) as n
            """.formatted(from, each));
            statement.execute("vacuum analyze standing_match");
        }
    }

    /**
     * Asks each order and filter so often, half of the time for a page further on.
     *
     * @return by order and filter
     */
    Map<String, Latencies> ask(int times, int from, int members) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            page(from + random.nextInt(members - from), ORDERS.get(i % 3), FILTERS.get(i % FILTERS.size()), "");
        }
        Map<String, Latencies> asked = new LinkedHashMap<>();
        for (String order : ORDERS) {
            for (String filter : FILTERS) {
                Latencies latencies = asked.computeIfAbsent(order + filter, any -> new Latencies());
                for (int i = 0; i < times; i++) {
                    ask(order, filter, member(i, from, members), i % 2 == 1, latencies);
                }
            }
        }
        return asked;
    }

    /** Every fourth time the one with the most matches. */
    private int member(int time, int from, int members) {
        return time % 4 == 0 ? from : from + random.nextInt(members - from);
    }

    private void ask(String order, String filter, int member, boolean further, Latencies latencies) throws IOException {
        String cursor = "";
        if (further) {
            Matcher next = NEXT.matcher(page(member, order, filter, ""));
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        }
        long begun = System.nanoTime();
        page(member, order, filter, cursor);
        latencies.add((System.nanoTime() - begun) / 1e6);
    }

    private String page(int member, String order, String filter, String cursor) throws IOException {
        String path = Crowd.path(member, "/matches?limit=100&sort=" + order + filter + cursor);
        HttpResponse<String> page = caller.get(member, path);
        if (page.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + " answered " + page.statusCode() + ": " + page.body());
        }
        return page.body();
    }
}
