package org.essaim.executor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.linking.clients.ServerClients;
import org.essaim.executor.profiles.Profiles;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Once an hour, and at every start: seals anew what an older key sealed, so that a key may leave the ring an hour after a new one
 * came, and forgets windows of budgets that ended days ago, and profiles that nobody looks at. Any number of replicas do the same.
 */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofDays(2);
    private static final int BATCH = 200;

    private final Grants grants;
    private final ServerClients clients;
    private final Budgets budgets;
    private final Profiles profiles;
    private final Duration profilesRemembered;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Loop> loop = new AtomicReference<>();

    public Housekeeping(
            Grants grants,
            ServerClients clients,
            Budgets budgets,
            Profiles profiles,
            ExecutorConfig config,
            InstantSource clock) {
        this.grants = grants;
        this.clients = clients;
        this.budgets = budgets;
        this.profiles = profiles;
        this.profilesRemembered = config.profiles().remembered();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        loop.set(Loop.start("housekeeping", new CommitSignal().listen(), EVERY, this::tidy));
    }

    /** One round; returns whether there may be more to do right away. */
    public boolean tidy() {
        int resealed = grants.reseal(BATCH) + clients.reseal(BATCH);
        if (resealed > 0) {
            LOG.infof("secrets sealed anew count=%d", resealed);
        }
        budgets.forget(clock.instant().minus(REMEMBERED));
        profiles.forget(clock.instant().minus(profilesRemembered));
        return resealed > 0;
    }

    void stop(@Observes ShutdownEvent event) {
        Loop running = loop.getAndSet(null);
        if (running != null) {
            running.stop(STOP_WITHIN);
        }
    }
}
