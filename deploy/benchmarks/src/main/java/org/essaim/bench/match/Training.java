package org.essaim.bench.match;

import java.nio.file.Path;
import org.essaim.bench.town.Town;

/**
 * Has the service learn from a smaller town, as its README tells an operator: the JVM writes down at its end which classes it loaded
 * and which code ran hot, so that a later start begins with that (AOT cache of JDK 25, JEP 514 and 515).
 */
final class Training {

    private static final int MEMBERS = 6000;

    private Training() {}

    /** Trains and gives the options with the cache in the service's flags. */
    static Options of(Options options, Path logs) {
        Path cache = logs.resolve("matcher.aot");
        long ids = options.storedIds() / options.members() * MEMBERS;
        Town town = Town.draw(options.seed() + 2, MEMBERS, ids);
        Options training = options.sized(MEMBERS, ids).withFlag("-XX:AOTCacheOutput=" + cache);
        try (MatcherRun run = new MatcherRun(town, training, logs)) {
            run.fill(options.asJoined());
        }
        return options.withFlag("-XX:AOTCache=" + cache);
    }
}
