package org.essaim.bench.match.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link EngineBenchmark}, each of its parts in a JVM of its own. */
public final class Engine {

    private static final String COUNTED = "storedIds";

    private Engine() {}

    /** Stored ids a second on one core, by the name of the part: the engine, and its two limits. */
    public static Map<String, Double> storedIdsPerSecond(long seed, int members, long ids) {
        var options = new OptionsBuilder()
                .include(EngineBenchmark.class.getName())
                .param("seed", Long.toString(seed))
                .param("memberCount", Integer.toString(members))
                .param("ids", Long.toString(ids))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Map<String, Double> speeds = new LinkedHashMap<>();
            Collection<RunResult> results = new Runner(options).run();
            for (RunResult result : results) {
                speeds.put(
                        result.getPrimaryResult().getLabel(),
                        result.getSecondaryResults().get(COUNTED).getScore());
            }
            return speeds;
        } catch (RunnerException e) {
            throw new IllegalStateException("the engine could not be measured", e);
        }
    }
}
