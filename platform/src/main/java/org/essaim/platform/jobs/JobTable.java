package org.essaim.platform.jobs;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The workers' side of the job table. */
@ApplicationScoped
class JobTable {

    /** Longer than the 14 days that topics keep the events which add jobs: a repeat must still find its job. */
    private static final int KEEP_DONE_DAYS = 15;

    private static final String LEASE = """
        update job set lease_until = now() + $2 * interval '1 millisecond', attempts = attempts + 1
        where id = any(array(
            select j.id from job j
            where j.kind = $1 and j.done_at is null and j.due <= now()
              and (j.lease_until is null or j.lease_until < now())
              and not exists (
                  select 1 from job earlier
                  where earlier.kind = j.kind and earlier.subject = j.subject
                    and earlier.seq < j.seq and earlier.done_at is null)
            order by j.seq limit $3
            for update skip locked))
        returning id, kind, subject, payload, attempts
        """;

    private final Pool pool;

    JobTable(Pool pool) {
        this.pool = pool;
    }

    /** Leases the next jobs, at most so many, no two of one subject. */
    List<Job> lease(String kind, Duration lease, int most) {
        List<Job> leased = new ArrayList<>();
        pool.preparedQuery(LEASE)
                .execute(Tuple.of(kind, lease.toMillis(), most))
                .await()
                .indefinitely()
                .forEach(row -> leased.add(jobOf(row)));
        return leased;
    }

    private static Job jobOf(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("payload"),
                row.getInteger("attempts"));
    }

    /** Keeps a job that is still being worked on; the attempt tells this worker's lease from a later one. */
    void renew(Job job, Duration lease) {
        pool.preparedQuery("""
            update job set lease_until = now() + $3 * interval '1 millisecond'
            where id = $1 and attempts = $2 and done_at is null
            """)
                .execute(Tuple.of(job.id(), job.attempts(), lease.toMillis()))
                .await()
                .indefinitely();
    }

    /** Gives a job back after a failure, to be tried again after the pause. */
    void retry(Job job, Duration pause, String error) {
        pool.preparedQuery("""
            update job set lease_until = null, last_error = $4,
                due = now() + $3 * interval '1 millisecond'
            where id = $1 and attempts = $2 and done_at is null
            """)
                .execute(Tuple.of(job.id(), job.attempts(), pause.toMillis(), error))
                .await()
                .indefinitely();
    }

    boolean isOpen(UUID id) {
        return pool.preparedQuery("select 1 from job where id = $1 and done_at is null")
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .hasNext();
    }

    void deleteOldDone() {
        pool.preparedQuery("delete from job where done_at < now() - $1 * interval '1 day'")
                .execute(Tuple.of(KEEP_DONE_DAYS))
                .await()
                .indefinitely();
    }
}
