package org.essaim.matcher.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import org.essaim.matcher.kafka.clients.MatcherConfig;
import org.essaim.matcher.kafka.clients.MatcherSettings;
import org.essaim.matcher.status.RebuildRequests;
import org.essaim.matcher.status.StatusBoard;

/** Starts the loops with the service and stops them before it goes. */
@ApplicationScoped
public class MatcherLifecycle {

    private final MatcherLoops loops;

    public MatcherLifecycle(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MatcherConfig config,
            StatusBoard board,
            RebuildRequests rebuilds,
            OpenTelemetry telemetry) {
        this.loops = new MatcherLoops(
                broker, MatcherSettings.of(config), board, rebuilds, telemetry, InstantSource.system());
    }

    void start(@Observes StartupEvent event) {
        loops.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loops.close();
    }
}
