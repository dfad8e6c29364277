package org.essaim.executor.unlinking;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.Revocation;
import org.essaim.executor.grants.Revocations;
import org.essaim.executor.grants.Secret;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.jboss.logging.Logger;

/**
 * Ends on its network what was ended here. A server that does not answer is asked again for a day, and a secret that no key opens
 * has a day for its key to come back; then the tokens are forgotten all the same, which is logged, and counted as {@code
 * essaim.executor.revocations} with the outcome {@code given-up} or {@code unreadable}; else that is {@code ended}.
 */
public final class RevokeAccess implements JobHandler {

    /** Well before erasure must be done, 48 hours after it was asked for. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(RevokeAccess.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final Revocations revocations;
    private final Grants grants;
    private final Map<Network, AccessRevocation> networks;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    public RevokeAccess(
            Revocations revocations,
            Grants grants,
            Map<Network, AccessRevocation> networks,
            MeterRegistry metrics,
            InstantSource clock) {
        this.revocations = revocations;
        this.grants = grants;
        this.networks = Map.copyOf(networks);
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Revocations.JOB;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(Job job) {
        UUID id = UUID.fromString(job.payload());
        Optional<Revocation> open = revocations.find(id);
        if (open.isEmpty() || isOver(open.get())) {
            revocations.done(job.id(), id);
        } else {
            revocations.tryAgain(
                    job.id(), id, clock.instant().plus(pauseAfter(open.get().attempts())));
        }
    }

    private boolean isOver(Revocation revocation) {
        AccessRevocation network = networks.get(revocation.network());
        if (network == null) {
            throw new IllegalStateException("no adapter for " + revocation.network());
        }
        Optional<Secret> access = revocation.access();
        if (access.isPresent() && isEnded(revocation.accountId(), access.get(), network)) {
            count("ended");
            return true;
        }
        if (clock.instant().isBefore(revocation.since().plus(PATIENCE))) {
            return false;
        }
        String outcome = access.isPresent() ? "given-up" : "unreadable";
        LOG.warnf(
                "access was not ended on its network, given up network=%s attempts=%d outcome=%s",
                revocation.network(), revocation.attempts() + 1, outcome);
        count(outcome);
        return true;
    }

    private boolean isEnded(String accountId, Secret access, AccessRevocation network) {
        try {
            // Whoever has linked again meanwhile may have got the same token: that one stays.
            boolean inUse = grants.open(accountId)
                    .filter(grant -> network.isSame(access, grant.secret()))
                    .isPresent();
            return inUse || network.end(access);
        } catch (IllegalStateException e) {
            LOG.error("access is not ended yet: a grant of the same account cannot be read", e);
            return false;
        }
    }

    private void count(String outcome) {
        metrics.counter("essaim.executor.revocations", "outcome", outcome).increment();
    }

    /** Five seconds, then four times as long each time, up to an hour. */
    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(2 * attempts, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
