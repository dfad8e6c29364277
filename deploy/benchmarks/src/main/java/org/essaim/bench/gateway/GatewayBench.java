package org.essaim.bench.gateway;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.essaim.bench.Figures;
import org.essaim.bench.Machine;
import org.essaim.bench.town.Town;

/** {@code ./essaim bench gateway}: what the bars of the gateway ask for. Prints a table and, as its last line, JSON. */
public final class GatewayBench {

    private static final double MEGABYTE = 1024 * 1024;

    /** Before the figures count: the compiler's time. */
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    /** Those who fill the table beside the town. */
    private static final int OTHERS = 1_300;

    private final Options options;
    private final Figures figures = new Figures();

    private GatewayBench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        GatewayBench bench = new GatewayBench(Options.parse(arguments));
        bench.run();
        System.out.println(bench.figures.json());
        // The broker leaves threads behind.
        System.exit(0);
    }

    private void run() throws IOException, SQLException {
        figures.say("machine", Machine.describe());
        int members = options.members() + OTHERS;
        try (House house = new House()) {
            Crowd crowd = new Crowd(house);
            crowd.join(members);
            try (Caller caller = new Caller(house, crowd)) {
                if (options.has("projection")) {
                    project(house);
                }
                if (options.has("pages") || options.has("load")) {
                    new Pages(house, caller).fill(standing(house), options.rows(), options.members(), members);
                    figures.say("rows of matches", Long.toString(standing(house)));
                }
                if (options.has("pages")) {
                    pages(new Pages(house, caller), members);
                }
                if (options.has("load")) {
                    load(house, caller, members);
                }
            }
        }
    }

    private static long standing(House house) throws SQLException {
        try (Connection database = house.database();
                Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from standing_match")) {
            count.next();
            return count.getLong(1);
        }
    }

    private void project(House house) throws SQLException {
        Town town = Town.draw(Options.SEED, options.members(), options.storedIds());
        double before = house.gatewaySeconds();
        Projection.Took took = new Projection(house, town).run();
        figures.add("projected_rows", (double) took.rows());
        figures.add("projected_s", took.seconds());
        figures.add("projected_sent_s", took.sentSeconds());
        figures.add("projected_gateway_cpu_s", house.gatewaySeconds() - before);
        figures.add("projected_rows_per_s", took.rowsPerSecond());
    }

    private void pages(Pages pages, int members) throws IOException {
        Map<String, Latencies> asked = pages.ask(options.pages(), options.members(), members);
        double worst = 0;
        for (Map.Entry<String, Latencies> one : asked.entrySet()) {
            double p99 = one.getValue().quantile(0.99);
            worst = Math.max(worst, p99);
            figures.say(
                    one.getKey(),
                    String.format(
                            Locale.ROOT,
                            "median %.1f ms, p99 %.1f ms",
                            one.getValue().quantile(0.5),
                            p99));
        }
        figures.add("page_p99_ms", worst);
    }

    private void load(House house, Caller caller, int members) {
        try (Streams streams = new Streams(caller)) {
            streams.open(options.streams());
            figures.say("streams open", Integer.toString(streams.open()));
            Load load = new Load(house, caller, members);
            load.run(options.rate(), WARM_UP);
            load = new Load(house, caller, members);
            figures.add("resident_before_mb", house.gatewayResidentBytes() / MEGABYTE);
            load.run(options.rate(), options.load());
            figures.add("resident_after_mb", house.gatewayResidentBytes() / MEGABYTE);
            load.byKind().forEach(this::tell);
            load.errors().forEach((what, count) -> figures.say("error: " + what, count.toString()));
            streams.ends().forEach((why, count) -> figures.say("stream ended: " + why, count.toString()));
            int errors =
                    load.errors().values().stream().mapToInt(AtomicInteger::get).sum() + streams.failures();
            figures.add("calls", load.all().size());
            figures.add("events", (double) streams.events());
            figures.add("beats", (double) streams.beats());
            figures.add("p50_ms", load.all().quantile(0.5));
            figures.add("p99_ms", load.all().quantile(0.99));
            figures.add("errors", errors);
            figures.say("resident each minute, MB", megabytes(load.resident()));
        }
    }

    private void tell(String kind, Latencies latencies) {
        figures.say(
                kind,
                String.format(
                        Locale.ROOT,
                        "%d calls, median %.1f ms, p99 %.1f ms",
                        latencies.size(),
                        latencies.quantile(0.5),
                        latencies.quantile(0.99)));
    }

    private static String megabytes(List<Long> bytes) {
        return bytes.stream()
                .map(resident -> String.format(Locale.ROOT, "%.0f", resident / MEGABYTE))
                .collect(Collectors.joining(" "));
    }
}
