package org.essaim.executor.unlinking;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.Revocation;
import org.essaim.executor.grants.Revocations;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.jboss.logging.Logger;

/**
 * Ends on its network what was ended here. A server that does not answer is asked again for a day; then the tokens are forgotten
 * all the same, which is logged, and counted as {@code essaim.executor.revocations{outcome="given-up"}}.
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
        // Whoever has linked again meanwhile may have got the same token: that one stays.
        if (isInUse(revocation, network) || network.end(revocation.access())) {
            count("ended");
            return true;
        }
        Instant now = clock.instant();
        if (now.isAfter(revocation.since().plus(PATIENCE))) {
            LOG.warnf(
                    "access was not ended on its network, given up network=%s attempts=%d",
                    revocation.network(), revocation.attempts() + 1);
            count("given-up");
            return true;
        }
        return false;
    }

    private boolean isInUse(Revocation revocation, AccessRevocation network) {
        return grants.open(revocation.accountId())
                .filter(grant -> network.isSame(revocation.access(), grant.secret()))
                .isPresent();
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
