package org.essaim.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.essaim.bench.Figures;
import org.essaim.bench.Machine;
import org.essaim.bench.match.MatcherRun.Changed;
import org.essaim.bench.match.MatcherRun.Filled;
import org.essaim.bench.match.PostgresRun.Took;
import org.essaim.bench.match.engine.Engine;
import org.essaim.bench.town.Town;

/** {@code ./essaim bench match}: what the bars of the matcher ask for. Prints a table and, as its last line, JSON. */
public final class MatchBench {

    private Options options;
    private final Path logs;
    private final Figures figures = new Figures();

    private MatchBench(Options options, Path logs) {
        this.options = options;
        this.logs = logs;
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Options options = Options.parse(arguments);
        Path logs = Files.createTempDirectory("essaim-bench-match-");
        MatchBench bench = new MatchBench(options, logs);
        bench.run();
        System.out.println(bench.figures.json());
    }

    private void run() {
        figures.say("machine", Machine.describe());
        figures.say("logs", logs.toString());
        if (options.cache() && (options.has("growth") || options.has("kafka"))) {
            options = Training.of(options, logs);
        }
        if (options.has("growth")) {
            new Growth(options, logs, figures).run();
        }
        if (options.has("engine")) {
            engine();
        }
        if (options.has("kafka") || options.has("postgres")) {
            beside();
        }
    }

    private void engine() {
        Engine.storedIdsPerSecond(options.seed(), options.members(), options.storedIds())
                .forEach((part, speed) -> figures.add(part + "_ids_per_s_one_core", speed));
    }

    private void beside() {
        Town town = Town.draw(options.seed(), options.members(), options.storedIds());
        describe(town);
        for (int run = 0; run < options.runs() && options.has("kafka"); run++) {
            matcher(town);
        }
        if (options.has("postgres")) {
            postgres(town);
        }
    }

    private void describe(Town town) {
        figures.say("seed", Long.toString(options.seed()));
        figures.add("members", town.members());
        figures.add("stored_ids", (double) town.storedIds());
        figures.add("expected_matches", (double) town.expectedMatches());
    }

    private void matcher(Town town) {
        try (MatcherRun run = new MatcherRun(town, options, logs)) {
            Filled filled = run.fill(options.asJoined());
            figures.add("matcher_s", filled.seconds());
            figures.add("sent_s", filled.sentSeconds());
            figures.add("matcher_cpu_s", filled.matcherCpu());
            figures.add("broker_cpu_s", filled.brokerCpu());
            figures.add("edges_per_s", town.storedIds() / filled.seconds());
            figures.add("published_records", (double) filled.records());
            figures.add("bytes_per_edge", filled.bytesPerEdge());
            long standing = run.standingMatches();
            figures.add("standing_matches", (double) standing);
            if (standing != town.expectedMatches()) {
                throw new IllegalStateException(standing + " matches stand, not " + town.expectedMatches());
            }
            if (options.has("arrivals")) {
                figures.add("restart_s", run.restart(false));
                figures.add("kill_restart_s", run.restart(true));
                figures.add(
                        "everybody_at_once_after_kill_s", run.everybodyAtOnce(2).seconds());
                List<Double> arrivals = new ArrayList<>(run.arrivals());
                figures.add("arrival_s", arrivals.get(arrivals.size() / 2));
                figures.add("arrival_worst_s", arrivals.getLast());
                everybody(run.everybodyAtOnce(3));
            }
        }
    }

    private void everybody(Changed changed) {
        figures.add("everybody_at_once_s", changed.seconds());
        figures.add("everybody_matcher_cpu_s", changed.matcherCpu());
        figures.add("everybody_broker_cpu_s", changed.brokerCpu());
        figures.add("everybody_records", (double) changed.records());
    }

    private void postgres(Town town) {
        PostgresRun postgres = new PostgresRun(town);
        Took durable = postgres.run(true);
        Took fast = postgres.run(false);
        report("postgres", durable);
        report("postgres_without_fsync", fast);
        figures.add("postgres_bytes_per_edge", (double) durable.bytes() / town.storedIds());
        if (options.has("kafka")) {
            double matcher = figures.median("matcher_s");
            figures.add("ratio_vs_postgres", durable.seconds() / matcher);
            figures.add("ratio_vs_postgres_without_fsync", fast.seconds() / matcher);
        }
        if (durable.matches() != town.expectedMatches()) {
            throw new IllegalStateException(durable.matches() + " matches in PostgreSQL");
        }
    }

    private void report(String name, Took took) {
        figures.add(name + "_s", took.seconds());
        took.stages()
                .forEach((stage, seconds) ->
                        figures.say(name + " " + stage, String.format(Locale.ROOT, "%.2f s", seconds)));
    }
}
