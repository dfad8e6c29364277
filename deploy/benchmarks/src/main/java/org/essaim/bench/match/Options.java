package org.essaim.bench.match;

import java.util.Arrays;
import java.util.List;

/**
 * What to measure; the defaults are the size of the bars.
 *
 * @param storedIds about how many ids in all lists
 * @param loops consumer loops of the matcher
 * @param asJoined whether each identity comes with its lists, as people join; else all identities come before the lists
 * @param postgres whether PostgreSQL does the same work
 * @param arrivals whether to measure arrivals under load and restarts
 * @param growth whether to measure 1, 5, 23 and 47 million ids and draw the plot, instead of one size
 * @param serviceFlags of the matcher's JVM
 */
record Options(
        long seed,
        int members,
        long storedIds,
        int runs,
        int loops,
        boolean asJoined,
        boolean postgres,
        boolean arrivals,
        boolean growth,
        List<String> serviceFlags) {

    private static final Options BARS = new Options(
            20_261_123,
            17_000,
            23_000_000,
            1,
            1,
            false,
            true,
            true,
            false,
            List.of(
                    "-Xmx512m",
                    "-XX:+UseG1GC",
                    "-XX:MinHeapFreeRatio=5",
                    "-XX:MaxHeapFreeRatio=10",
                    "-XX:MaxDirectMemorySize=2g"));

    static Options parse(String... arguments) {
        Options options = BARS;
        for (String argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private Options with(String argument) {
        String[] parts = argument.split("=", 2);
        String value = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "--seed" -> of(Long.parseLong(value), members, storedIds, runs, loops);
            case "--members" -> of(seed, Integer.parseInt(value), storedIds, runs, loops);
            case "--ids" -> of(seed, members, Long.parseLong(value), runs, loops);
            case "--runs" -> of(seed, members, storedIds, Integer.parseInt(value), loops);
            case "--loops" -> of(seed, members, storedIds, runs, Integer.parseInt(value));
            case "--as-joined" -> of(true, postgres, arrivals, growth, serviceFlags);
            case "--no-postgres" -> of(asJoined, false, arrivals, growth, serviceFlags);
            case "--no-arrivals" -> of(asJoined, postgres, false, growth, serviceFlags);
            case "--growth" -> of(asJoined, false, false, true, serviceFlags);
            case "--flags" -> of(asJoined, postgres, arrivals, growth, Arrays.asList(value.split(" ", -1)));
            default ->
                throw new IllegalArgumentException(
                        "options: --seed=N --members=N --ids=N --runs=N --loops=N --as-joined"
                                + " --no-postgres --no-arrivals --growth --flags='JVM FLAGS', not " + argument);
        };
    }

    private Options of(long newSeed, int newMembers, long newIds, int newRuns, int newLoops) {
        return new Options(
                newSeed, newMembers, newIds, newRuns, newLoops, asJoined, postgres, arrivals, growth, serviceFlags);
    }

    private Options of(
            boolean joined, boolean withPostgres, boolean withArrivals, boolean withGrowth, List<String> flags) {
        return new Options(
                seed, members, storedIds, runs, loops, joined, withPostgres, withArrivals, withGrowth, flags);
    }

    Options sized(int newMembers, long newIds) {
        return of(seed, newMembers, newIds, runs, loops);
    }
}
