package org.essaim.bench.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to measure, and how large; the defaults are the size of the bars.
 *
 * @param parts of {@code engine} (without Kafka), {@code kafka} (the first filling), {@code arrivals} (restarts and arrivals after
 *     it), {@code postgres} (the same work there), {@code growth} (1, 5, 23 and 47 million ids and the plot; only when named)
 * @param storedIds about how many ids in all lists
 * @param runs of the first filling
 * @param warmUp members of the town that is matched and erased before
 * @param loops consumer loops of the matcher
 * @param asJoined whether each identity comes with its lists, as people join; else all identities come before the lists
 * @param serviceFlags of the matcher's JVM
 */
record Options(
        List<String> parts,
        long seed,
        int members,
        long storedIds,
        int runs,
        int warmUp,
        int loops,
        boolean asJoined,
        List<String> serviceFlags) {

    private static final List<String> BARS = List.of("engine", "kafka", "arrivals", "postgres");
    private static final List<String> ALL = List.of("engine", "kafka", "arrivals", "postgres", "growth");

    /** What the README recommends, with room for 47 million ids. */
    private static final String SERVICE_FLAGS =
            "-Xms96m -Xmx512m -Xmn64m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"
                    + " -XX:MaxDirectMemorySize=2g";

    Options {
        parts = List.copyOf(parts);
        serviceFlags = List.copyOf(serviceFlags);
    }

    /** Reads {@code --members 17000 --ids 23000000 --runs 1 ...} and the names of parts. */
    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (ALL.contains(arguments[i])) {
                parts.add(arguments[i]);
            } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                throw new IllegalArgumentException(
                        "no such part or option: " + arguments[i] + "; parts are " + ALL
                                + ", options --seed --members --ids --runs --warm-up --loops --as-joined --flags, each with a value");
            }
        }
        return new Options(
                parts.isEmpty() ? BARS : parts,
                Long.parseLong(values.getOrDefault("seed", "20261123")),
                Integer.parseInt(values.getOrDefault("members", "17000")),
                Long.parseLong(values.getOrDefault("ids", "23000000")),
                Integer.parseInt(values.getOrDefault("runs", "1")),
                Integer.parseInt(values.getOrDefault("warm-up", "2000")),
                Integer.parseInt(values.getOrDefault("loops", "1")),
                Boolean.parseBoolean(values.getOrDefault("as-joined", "false")),
                List.of(values.getOrDefault("flags", SERVICE_FLAGS).split(" ", -1)));
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    Options sized(int newMembers, long newIds) {
        return new Options(parts, seed, newMembers, newIds, runs, warmUp, loops, asJoined, serviceFlags);
    }
}
