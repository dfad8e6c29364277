package org.essaim.executor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.executor.profiles.RefreshProfiles;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jspecify.annotations.Nullable;

/** Keeps profiles fresh, apart from the work on follows: neither waits for the other. */
@ApplicationScoped
public class ProfileWorkers {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final RefreshProfiles refresh;
    private final Duration poll;
    private final AtomicReference<@Nullable Loop> loop = new AtomicReference<>();

    public ProfileWorkers(RefreshProfiles refresh, ExecutorConfig config) {
        this.refresh = refresh;
        this.poll = config.profiles().poll();
    }

    void start(@Observes StartupEvent event) {
        loop.set(Loop.start("refresh-profiles", new CommitSignal().listen(), poll, refresh::round));
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        Loop running = loop.getAndSet(null);
        if (running != null) {
            running.stop(STOP_WITHIN);
        }
    }
}
