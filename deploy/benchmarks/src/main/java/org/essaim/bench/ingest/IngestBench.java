package org.essaim.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Runs the parts and ends with one JSON line. */
public final class IngestBench {

    static final long SEED = 20_251_123;

    private IngestBench() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        // The client of Kafka formats what it has to say even where nobody listens.
        Logger.getLogger("").setLevel(Level.WARNING);
        Files.createDirectories(options.folder());
        System.out.printf(
                "archive-ingest: %d processors, %s, seed %d%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.version"), SEED);
        Map<String, Object> figures = new LinkedHashMap<>();
        for (String part : options.parts()) {
            figures.putAll(run(part, options));
        }
        System.out.println(figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + figure.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static Map<String, Object> run(String part, Options options) throws IOException, InterruptedException {
        return switch (part) {
            case "reading" -> new ReadingBench(options).run();
            case "sparse" -> new SparseBench(options).run();
            case "campaign" -> new CampaignBench(options, Bodies.EXTRACTS, "campaign").run();
            case "zips" -> new CampaignBench(options, Bodies.ZIPS, "campaign_zips").run();
            case "kills" -> new KillsBench(options).run();
            default -> throw new IllegalArgumentException("no such part: " + part);
        };
    }

    /** A figure as JSON has it. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
