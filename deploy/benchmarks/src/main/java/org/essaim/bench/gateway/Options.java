package org.essaim.bench.gateway;

import java.time.Duration;
import java.util.List;
import org.essaim.bench.Arguments;

/**
 * What to measure, and how large; the defaults are the size of the bars.
 *
 * @param parts of {@code projection}, {@code pages}, {@code load}
 * @param members who bring matches to be projected
 * @param storedIds about how many ids in all their lists
 * @param rows of matches in all when pages are asked for
 * @param pages how often each order and filter is asked
 * @param rate requests a second under load
 * @param streams of events that are open meanwhile, one a member
 * @param load how long it lasts
 */
record Options(
        List<String> parts, int members, long storedIds, long rows, int pages, int rate, int streams, Duration load) {

    static final long SEED = 20261123;

    private static final List<String> ALL = List.of("projection", "pages", "load");
    private static final List<String> NAMES = List.of("members", "ids", "rows", "pages", "rate", "streams", "seconds");

    Options {
        parts = List.copyOf(parts);
    }

    /** Reads {@code --members 17000 --rate 300 ...} and the names of parts. */
    static Options parse(String... arguments) {
        Arguments given = Arguments.parse(ALL, NAMES, arguments);
        return new Options(
                given.partsOr(ALL),
                Integer.parseInt(given.value("members", "17000")),
                Long.parseLong(given.value("ids", "21900000")),
                Long.parseLong(given.value("rows", "5000000")),
                Integer.parseInt(given.value("pages", "100")),
                Integer.parseInt(given.value("rate", "300")),
                Integer.parseInt(given.value("streams", "2000")),
                Duration.ofSeconds(Long.parseLong(given.value("seconds", "600"))));
    }

    boolean has(String part) {
        return parts.contains(part);
    }
}
