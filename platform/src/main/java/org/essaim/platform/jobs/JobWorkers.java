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
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jboss.logging.Logger;

/** Starts and stops the workers: {@code essaim.jobs.workers} virtual threads for each {@link JobHandler}. */
@ApplicationScoped
public class JobWorkers {

    private static final Logger LOG = Logger.getLogger(JobWorkers.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final JobTable table;
    private final Instance<JobHandler> handlers;
    private final CommitSignal commits;
    private final MeterRegistry metrics;
    private final int workers;
    private final List<Loop> loops = new ArrayList<>();

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
            for (int i = 0; i < workers; i++) {
                loops.add(Loop.start(
                        "job-" + handler.kind() + "-" + i, commits.listen(), POLL, () -> workRound(handler)));
            }
        }
        if (!loops.isEmpty()) {
            loops.add(Loop.start("job-sweeper", commits.listen(), SWEEP, this::sweepRound));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loops.parallelStream().forEach(loop -> loop.stop(STOP));
    }

    private boolean workRound(JobHandler handler) throws InterruptedException {
        Optional<Job> leased = table.lease(handler.kind(), handler.lease());
        if (leased.isEmpty()) {
            return false;
        }
        Job job = leased.get();
        Thread renewal = Thread.ofVirtual().name("lease-" + job.id()).start(() -> keepLease(job, handler.lease()));
        try {
            handler.run(job);
            metrics.counter("essaim.jobs", "kind", job.kind(), "outcome", "done")
                    .increment();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            tryAgain(job, e);
        } finally {
            renewal.interrupt();
            renewal.join();
        }
        return true;
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

    private void keepLease(Job job, Duration lease) {
        try {
            while (true) {
                Thread.sleep(lease.dividedBy(3));
                table.renew(job, lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("lease not renewed kind=%s job=%s error=%s", job.kind(), job.id(), e.toString());
        }
    }

    /** Each commit wakes this loop too; deleting by an index that finds nothing costs little. */
    private boolean sweepRound() {
        table.deleteOldDone();
        return false;
    }
}
