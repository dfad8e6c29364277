package org.essaim.platform.jobs;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The workers' side of the job table. */
@ApplicationScoped
class JobTable {

    /** Longer than the day and a half that topics keep the events which add jobs: a repeat must still find its job. */
    private static final int KEEP_DONE_DAYS = 3;

    /** How many open jobs are looked through beside those that are wanted: more than are under way in a few replicas. */
    static final int AHEAD = 512;

    /**
     * From the oldest open jobs on: the first of each subject, unless it is leased or not due. What stands before a job in the order they were
     * added is all there, so that no job needs to be compared with the others one by one.
     */
    private static final String LEASE = """
        update job set lease_until = now() + $2 * interval '1 millisecond', attempts = attempts + 1
        where id = any(array(
            select j.id
            from (select id, row_number() over (partition by subject order by seq) as turn
                  from (select id, subject, seq from job
                        where kind = $1 and done_at is null order by seq limit $4) as oldest) as next
            join job j on j.id = next.id
            where next.turn = 1 and j.done_at is null and j.due <= now()
              and (j.lease_until is null or j.lease_until < now())
            order by j.seq limit $3
            for update of j skip locked))
        returning id, kind, subject, payload, attempts
        """;

    /** The same among all open jobs, when so many of the oldest ones may not be leased. */
    private static final String LEASE_BEHIND = """
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

    private static final String MORE_BEHIND =
            "select 1 from job where kind = $1 and done_at is null order by seq offset $2 limit 1";

    private final Pool pool;

    JobTable(Pool pool) {
        this.pool = pool;
    }

    /** Leases the next jobs, at most so many, no two of one subject. */
    List<Job> lease(String kind, Duration lease, int most) {
        List<Job> leased = leased(LEASE, Tuple.of(kind, lease.toMillis(), most, most + AHEAD));
        return leased.isEmpty() && isAny(MORE_BEHIND, Tuple.of(kind, most + AHEAD))
                ? leased(LEASE_BEHIND, Tuple.of(kind, lease.toMillis(), most))
                : leased;
    }

    private List<Job> leased(String sql, Tuple parameters) {
        List<Job> leased = new ArrayList<>();
        pool.preparedQuery(sql).execute(parameters).await().indefinitely().forEach(row -> leased.add(jobOf(row)));
        return leased;
    }

    private boolean isAny(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .hasNext();
    }

    private static Job jobOf(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("payload"),
                row.getInteger("attempts"));
    }

    /** Keeps jobs that are still being worked on; the attempt tells this worker's lease from a later one. */
    void renew(Collection<Job> jobs, Duration lease) {
        pool.preparedQuery("""
            update job set lease_until = now() + $3 * interval '1 millisecond'
            from unnest($1::uuid[], $2::int[]) as kept (id, attempts)
            where job.id = kept.id and job.attempts = kept.attempts and job.done_at is null
            """)
                .execute(Tuple.of(
                        jobs.stream().map(Job::id).toArray(UUID[]::new),
                        jobs.stream().map(Job::attempts).toArray(Integer[]::new),
                        lease.toMillis()))
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
        return isAny("select 1 from job where id = $1 and done_at is null", Tuple.of(id));
    }

    void deleteOldDone() {
        pool.preparedQuery("delete from job where done_at < now() - $1 * interval '1 day'")
                .execute(Tuple.of(KEEP_DONE_DAYS))
                .await()
                .indefinitely();
    }
}
