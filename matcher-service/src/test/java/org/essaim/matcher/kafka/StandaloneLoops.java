package org.essaim.matcher.kafka;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.essaim.matcher.kafka.clients.MatcherSettings;
import org.essaim.matcher.status.RebuildRequests;
import org.essaim.matcher.status.StatusBoard;
import org.essaim.testing.servers.QuietLogs;

/** The loops of an instance that is a process of its own. */
public final class StandaloneLoops implements AutoCloseable {

    private final MatcherLoops loops;

    private StandaloneLoops(MatcherLoops loops) {
        this.loops = loops;
    }

    public static StandaloneLoops start(String bootstrapServers, String instanceId) {
        QuietLogs.apply();
        MatcherSettings settings = new MatcherSettings(
                "failures", Optional.of(instanceId), 1, Duration.ofSeconds(6), Duration.ofMillis(200), 500);
        MatcherLoops loops = new MatcherLoops(
                Map.of("bootstrap.servers", bootstrapServers),
                settings,
                new StatusBoard(),
                new RebuildRequests(),
                OpenTelemetry.noop(),
                InstantSource.system());
        loops.start();
        return new StandaloneLoops(loops);
    }

    @Override
    public void close() {
        loops.close();
    }
}
