package org.essaim.bench.match;

import java.util.ArrayList;
import java.util.List;
import org.essaim.bench.Arguments;

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
 * @param cache whether the service is trained first and starts with what it learnt
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
        boolean cache,
        List<String> serviceFlags) {

    private static final List<String> BARS = List.of("engine", "kafka", "arrivals", "postgres");
    private static final List<String> ALL = List.of("engine", "kafka", "arrivals", "postgres", "growth");

    private static final List<String> NAMES =
            List.of("seed", "members", "ids", "runs", "warm-up", "loops", "as-joined", "cache", "flags");

    /** What the README recommends, with room for 47 million ids. */
    private static final String SERVICE_FLAGS =
            "-Xms128m -Xmx512m -Xmn96m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20"
                    + " -XX:MaxDirectMemorySize=2g";

    Options {
        parts = List.copyOf(parts);
        serviceFlags = List.copyOf(serviceFlags);
    }

    /** Reads {@code --members 17000 --ids 23000000 --runs 1 ...} and the names of parts. */
    static Options parse(String... arguments) {
        Arguments given = Arguments.parse(ALL, NAMES, arguments);
        return new Options(
                given.partsOr(BARS),
                Long.parseLong(given.value("seed", "20261123")),
                Integer.parseInt(given.value("members", "17000")),
                Long.parseLong(given.value("ids", "23000000")),
                Integer.parseInt(given.value("runs", "1")),
                Integer.parseInt(given.value("warm-up", "2000")),
                Integer.parseInt(given.value("loops", "1")),
                Boolean.parseBoolean(given.value("as-joined", "false")),
                Boolean.parseBoolean(given.value("cache", "true")),
                List.of(given.value("flags", SERVICE_FLAGS).split(" ", -1)));
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    Options sized(int newMembers, long newIds) {
        return new Options(parts, seed, newMembers, newIds, runs, warmUp, loops, asJoined, cache, serviceFlags);
    }

    Options withFlag(String flag) {
        List<String> flags = new ArrayList<>(serviceFlags);
        flags.add(flag);
        return new Options(parts, seed, members, storedIds, runs, warmUp, loops, asJoined, cache, flags);
    }
}
