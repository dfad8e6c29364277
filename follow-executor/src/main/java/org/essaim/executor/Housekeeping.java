package org.essaim.executor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.Revocations;
import org.essaim.executor.linking.LinkAttempts;
import org.essaim.executor.linking.clients.ServerClients;
import org.essaim.executor.profiles.Profiles;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Once an hour, and at every start: seals anew what an older key sealed, so that a key may leave the ring an hour after a new one
 * came, and forgets windows of budgets that ended, profiles that nobody looks at, and links that were begun and never completed. Any number of replicas do the same.
 */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** No window of a budget is longer than a day: what it says about an account is gone within the 48 hours of erasure. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    /** Where even the key to it is gone, a secret that was to be revoked is forgotten in time. */
    private static final Duration REVOKED = Duration.ofHours(46);

    private static final int BATCH = 200;

    private final Grants grants;
    private final ServerClients clients;
    private final Budgets budgets;
    private final Profiles profiles;
    private final LinkAttempts attempts;
    private final Revocations revocations;
    private final Duration profilesRemembered;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Loop> loop = new AtomicReference<>();

    public Housekeeping(
            Grants grants,
            ServerClients clients,
            Budgets budgets,
            Profiles profiles,
            LinkAttempts attempts,
            Revocations revocations,
            ExecutorConfig config,
            InstantSource clock) {
        this.grants = grants;
        this.clients = clients;
        this.budgets = budgets;
        this.profiles = profiles;
        this.attempts = attempts;
        this.revocations = revocations;
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
        Instant now = clock.instant();
        budgets.forget(now.minus(REMEMBERED));
        profiles.forget(now.minus(profilesRemembered));
        attempts.forget(now);
        revocations.forget(now.minus(REVOKED));
        return resealed > 0;
    }

    void stop(@Observes ShutdownEvent event) {
        Loop running = loop.getAndSet(null);
        if (running != null) {
            running.stop(STOP_WITHIN);
        }
    }
}
