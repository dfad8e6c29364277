package org.essaim.executor.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What servers said of themselves, for some minutes: many people link at one server when a migration begins, and it should not
 * have to say the same to each of them. Each replica learns by itself. Safe for many threads.
 */
final class RememberedServers {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final InstantSource clock;
    private final Map<URI, Told> told = new LinkedHashMap<>();

    private record Told(MastodonServer server, Instant until) {}

    RememberedServers(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Optional<MastodonServer> get(URI base) {
        return Optional.ofNullable(told.get(base))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Told::server);
    }

    synchronized void put(MastodonServer server) {
        told.remove(server.base());
        told.put(server.base(), new Told(server, clock.instant().plus(GOOD_FOR)));
        if (told.size() > MOST) {
            // The one that was asked the longest ago.
            told.remove(told.keySet().iterator().next());
        }
    }

    synchronized void forget(URI base) {
        told.remove(base);
    }
}
