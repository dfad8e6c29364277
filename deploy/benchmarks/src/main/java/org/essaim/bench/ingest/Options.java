package org.essaim.bench.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to measure, and how large.
 *
 * @param parts of {@code reading}, {@code sparse}, {@code campaign}, {@code zips}, {@code kills}
 * @param members how many upload
 * @param followings how many ids they follow in all
 * @param tweets posts in the large archive, about 2 kB each
 * @param rounds of reading
 * @param repeats how many times the people of a campaign come, on the same servers
 * @param kills of the service between upload and result
 * @param folder where generated input is kept from run to run
 */
record Options(
        List<String> parts, int members, long followings, int tweets, int rounds, int repeats, int kills, Path folder) {

    private static final List<String> ALL = List.of("reading", "sparse", "campaign", "zips", "kills");

    Options {
        parts = List.copyOf(parts);
    }

    /** Reads {@code --members 17000 --followings 23000000 --tweets 100000 --rounds 5 --campaigns 3 --kills 50} and the names of parts. */
    static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (ALL.contains(arguments[i])) {
                parts.add(arguments[i]);
            } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                throw new IllegalArgumentException("no such part or option: " + arguments[i] + "; parts are " + ALL);
            }
        }
        return new Options(
                parts.isEmpty() ? ALL : parts,
                Integer.parseInt(values.getOrDefault("members", "17000")),
                Long.parseLong(values.getOrDefault("followings", "23000000")),
                Integer.parseInt(values.getOrDefault("tweets", "100000")),
                Integer.parseInt(values.getOrDefault("rounds", "5")),
                Integer.parseInt(values.getOrDefault("campaigns", "3")),
                Integer.parseInt(values.getOrDefault("kills", "50")),
                Path.of(values.getOrDefault("folder", "deploy/benchmarks/target/ingest")));
    }
}
