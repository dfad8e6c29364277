package org.essaim.executor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.executor.following.ExecuteFollows;
import org.essaim.executor.ledger.FollowLedger;
import org.essaim.executor.ledger.Lease;
import org.essaim.executor.ledger.LeaseLostException;
import org.essaim.executor.ledger.Rest;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims acting accounts that have something due and works on several at once, each on a virtual thread of its own. Any
 * number of replicas do the same. What a killed one held is claimed again when its lease has run out.
 */
@ApplicationScoped
public class FollowWorkers {

    private static final Logger LOG = Logger.getLogger(FollowWorkers.class);
    private static final Duration STOPS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final int NAMED = 25;

    /** A refresh of tokens must not be cut off: whoever waits for an answer gets the time that a request may take. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(35);

    private final String owner = UUID.randomUUID().toString();
    private final ExecutorConfig.Worker config;
    private final FollowLedger ledger;
    private final ExecuteFollows executeFollows;
    private final CommitSignal commits;
    private final InstantSource clock;
    private final Timer claims;
    private final Counter turns;
    private final Semaphore free;
    private final Map<String, Integer> atWork = new ConcurrentHashMap<>();

    /** Turns under way. A claim whose answer was lost is not among them, so its lease ends by itself. */
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean ending = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Loop> claiming = new AtomicReference<>();
    private final AtomicReference<@Nullable Loop> telling = new AtomicReference<>();
    private final AtomicReference<@Nullable Loop> renewing = new AtomicReference<>();

    public FollowWorkers(
            ExecutorConfig config,
            FollowLedger ledger,
            ExecuteFollows executeFollows,
            CommitSignal commits,
            MeterRegistry metrics,
            InstantSource clock) {
        this.config = config.worker();
        this.ledger = ledger;
        this.executeFollows = executeFollows;
        this.commits = commits;
        this.clock = clock;
        this.claims = metrics.timer("essaim.executor.claims");
        this.turns = metrics.counter("essaim.executor.turns");
        this.free = new Semaphore(config.worker().accounts());
    }

    void start(@Observes StartupEvent event) {
        claiming.set(Loop.start("claim-accounts", commits.listen(), config.poll(), this::claimOne));
        Duration third = config.lease().dividedBy(3);
        telling.set(Loop.start("tell-stopped", new CommitSignal().listen(), STOPS, () -> ledger.tellStopped(NAMED)));
        renewing.set(Loop.start("renew-leases", new CommitSignal().listen(), third, this::renew));
    }

    private boolean claimOne() throws InterruptedException {
        free.acquire();
        Optional<Lease> lease = Optional.empty();
        try {
            Timer.Sample sample = Timer.start();
            lease = ledger.claim(owner, clock.instant().plus(config.lease()), busyHosts());
            sample.stop(claims);
        } finally {
            if (lease.isEmpty()) {
                free.release();
            }
        }
        lease.ifPresent(taken -> {
            turns.increment();
            atWork.merge(taken.host(), 1, Integer::sum);
            held.add(taken);
            threads.execute(() -> turn(taken));
        });
        return lease.isPresent();
    }

    /** One host gets a part of the threads at most: a slow one must not keep the others waiting. */
    private Set<String> busyHosts() {
        Set<String> busy = new HashSet<>();
        atWork.forEach((host, turns) -> {
            if (turns >= config.accountsPerHost()) {
                busy.add(host);
            }
        });
        return busy;
    }

    private boolean renew() {
        List<Lease> leases = List.copyOf(held);
        if (!leases.isEmpty()) {
            ledger.renew(leases, clock.instant().plus(config.lease()));
        }
        return false;
    }

    private void turn(Lease lease) {
        try {
            ledger.release(lease, executeFollows.work(lease, () -> !ending.get()));
        } catch (LeaseLostException e) {
            LOG.info("lease lost, another worker goes on");
        } catch (RuntimeException e) {
            LOG.error("a turn of an account failed", e);
            giveBack(lease);
        } finally {
            held.remove(lease);
            atWork.computeIfPresent(lease.host(), (_, turns) -> turns == 1 ? null : turns - 1);
            free.release();
        }
    }

    private void giveBack(Lease lease) {
        try {
            Instant later = clock.instant().plus(AFTER_FAILURE);
            ledger.release(lease, Rest.until(later));
        } catch (RuntimeException e) {
            // The lease runs out by itself.
            LOG.warnf("an account was not given back error=%s", e.getClass().getSimpleName());
        }
    }

    /** Before the database goes: no more claims, turns under way end. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        ending.set(true);
        stop(claiming.getAndSet(null), STOP_WITHIN);
        stop(telling.getAndSet(null), STOP_WITHIN);
        threads.shutdown();
        if (!threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
        stop(renewing.getAndSet(null), Duration.ZERO);
    }

    private static void stop(@Nullable Loop loop, Duration within) {
        if (loop != null) {
            loop.stop(within);
        }
    }
}
