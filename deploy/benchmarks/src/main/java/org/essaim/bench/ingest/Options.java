package org.essaim.bench.ingest;

import java.nio.file.Path;
import java.util.List;
import org.essaim.bench.Arguments;

/**
 * What to measure, and how large.
 *
 * @param parts of {@code reading}, {@code sparse}, {@code campaign}, {@code zips}, {@code kills}
 * @param members how many upload
 * @param followings how many ids they follow in all
 * @param tweets posts in the large archive, about 2 kB each
 * @param rounds of reading
 * @param repeats how many times the people of a campaign come, on the same servers
 * @param warmUp how many upload before the first campaign is measured
 * @param kills of the service between upload and result
 * @param cache whether archive-ingest begins a campaign with what it learnt from the uploads before it, in a run of its own
 * @param folder where generated input is kept from run to run
 */
record Options(
        List<String> parts,
        int members,
        long followings,
        int tweets,
        int rounds,
        int repeats,
        int warmUp,
        int kills,
        boolean cache,
        Path folder) {

    private static final List<String> ALL = List.of("reading", "sparse", "campaign", "zips", "kills");

    private static final List<String> NAMES =
            List.of("members", "followings", "tweets", "rounds", "campaigns", "warmup", "kills", "cache", "folder");

    Options {
        parts = List.copyOf(parts);
    }

    /** Reads {@code --members 17000 --followings 23000000 --tweets 100000 --rounds 5 --campaigns 3 --warmup 2000 --kills 50 --cache true} and the names of parts. */
    static Options parse(String... arguments) {
        Arguments given = Arguments.parse(ALL, NAMES, arguments);
        return new Options(
                given.partsOr(ALL),
                Integer.parseInt(given.value("members", "17000")),
                Long.parseLong(given.value("followings", "23000000")),
                Integer.parseInt(given.value("tweets", "100000")),
                Integer.parseInt(given.value("rounds", "5")),
                Integer.parseInt(given.value("campaigns", "3")),
                Integer.parseInt(given.value("warmup", "2000")),
                Integer.parseInt(given.value("kills", "50")),
                Boolean.parseBoolean(given.value("cache", "true")),
                Path.of(given.value("folder", "deploy/benchmarks/target/ingest")));
    }
}
