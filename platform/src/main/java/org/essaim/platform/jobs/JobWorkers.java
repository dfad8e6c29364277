package org.essaim.platform.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops the workers of each {@link JobHandler}: one loop leases jobs, a virtual thread each does them, {@code
 * essaim.jobs.workers} at once where the handler does not say otherwise.
 */
@ApplicationScoped
public class JobWorkers {

    private static final Logger LOG = Logger.getLogger(JobWorkers.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final JobTable table;
    private final Instance<JobHandler> handlers;
    private final CommitSignal commits;
    private final MeterRegistry metrics;
    private final int workers;
    private final List<Desk> desks = new ArrayList<>();
    private @Nullable Loop sweeper;

    public JobWorkers(
            JobTable table,
            @Any Instance<JobHandler> handlers,
            CommitSignal commits,
            MeterRegistry metrics,
            @ConfigProperty(name = "essaim.jobs.workers", defaultValue = "2") int workers) {
        this.table = table;
        this.handlers = handlers;
        this.commits = commits;
        this.metrics = metrics;
        this.workers = workers;
    }

    void start(@Observes StartupEvent event) {
        for (JobHandler handler : handlers) {
            desks.add(new Desk(handler, handler.atOnce() > 0 ? handler.atOnce() : workers, this));
        }
        if (!desks.isEmpty()) {
            sweeper = Loop.start("job-sweeper", SWEEP, this::sweepRound);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        desks.parallelStream().forEach(desk -> desk.close(STOP));
        if (sweeper != null) {
            sweeper.stop(STOP);
        }
    }

    /** One kind of job: its handler, and as many places as jobs of it may be under way. */
    private static final class Desk {

        private final JobHandler handler;
        private final int places;
        private final Semaphore free;
        private final JobWorkers workers;
        /** What is under way, and who does it. */
        private final Map<Thread, Job> busy = new ConcurrentHashMap<>();

        /** Whether the last turn left jobs behind, for all that is known; the loop's own. */
        private boolean behind;

        private final Loop loop;
        /** Leases of all that is under way are renewed together: most jobs are done long before. */
        private final Loop renewal;

        private Desk(JobHandler handler, int places, JobWorkers workers) {
            this.handler = handler;
            this.places = places;
            this.free = new Semaphore(places);
            this.workers = workers;
            this.loop = Loop.start("jobs-" + handler.kind(), workers.commits.listen(), POLL, this::fillPlaces);
            this.renewal =
                    Loop.start("leases-" + handler.kind(), handler.lease().dividedBy(3), this::renewLeases);
        }

        /** Leases as many jobs as there are free places, each done on a virtual thread; whether there may be more. */
        private boolean fillPlaces() throws InterruptedException {
            if (!free.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            int most = 1 + free.drainPermits();
            int leased = 0;
            try {
                most += behind ? gather(places / 4 - most) : 0;
                for (Job job : workers.table.lease(handler.kind(), handler.lease(), most)) {
                    leased++;
                    Thread.ofVirtual().name("job-" + job.id()).start(() -> occupyPlace(job));
                }
            } finally {
                free.release(most - leased);
            }
            behind = leased == most;
            return behind;
        }

        /** Waits a moment for more places: where many jobs wait, one lease for a quarter of the places costs hardly more than for one. */
        private int gather(int wanted) throws InterruptedException {
            if (wanted <= 0) {
                return 0;
            }
            boolean gathered = free.tryAcquire(wanted, GATHER.toMillis(), TimeUnit.MILLISECONDS);
            return (gathered ? wanted : 0) + free.drainPermits();
        }

        private void occupyPlace(Job job) {
            busy.put(Thread.currentThread(), job);
            try {
                workers.work(handler, job);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                busy.remove(Thread.currentThread());
                free.release();
            }
        }

        /** By the clock alone. */
        private boolean renewLeases() {
            List<Job> jobs = List.copyOf(busy.values());
            if (!jobs.isEmpty()) {
                workers.table.renew(jobs, handler.lease());
            }
            return false;
        }

        /** Takes no more jobs and lets those under way end, at most this long; then interrupts them. */
        private void close(Duration atMost) {
            loop.stop(atMost);
            try {
                if (!free.tryAcquire(places, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                    busy.keySet().forEach(Thread::interrupt);
                }
            } catch (InterruptedException e) {
                busy.keySet().forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
            } finally {
                renewal.stop(atMost);
            }
        }
    }

    private void work(JobHandler handler, Job job) throws InterruptedException {
        try {
            handler.run(job);
            metrics.counter("essaim.jobs", "kind", job.kind(), "outcome", "done")
                    .increment();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            tryAgain(job, e);
        }
    }

    private void tryAgain(Job job, Exception failure) {
        metrics.counter("essaim.jobs", "kind", job.kind(), "outcome", "retried").increment();
        LOG.warnf(
                "job failed, will be tried again kind=%s job=%s attempt=%d error=%s",
                job.kind(), job.id(), job.attempts(), failure.getClass().getName());
        LOG.debug("job failed", failure);
        table.retry(job, pauseAfter(job.attempts()), failure.getClass().getName());
    }

    /** Doubles from a quarter of a second, at most a minute, with up to half of it taken off by chance. */
    static Duration pauseAfter(int attempts) {
        long full = Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(attempts - 1, 12));
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    /** By the clock alone: no commit brings it more to do. */
    private boolean sweepRound() {
        table.deleteOldDone();
        return false;
    }
}
