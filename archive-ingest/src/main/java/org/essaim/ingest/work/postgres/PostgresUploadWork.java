package org.essaim.ingest.work.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.essaim.contracts.UploadEvent;
import org.essaim.ingest.work.UploadWork;
import org.essaim.ingest.work.WorkIds;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;

/** One kind of job for every event: jobs of one kind and member run in the order they were laid down. */
@ApplicationScoped
class PostgresUploadWork implements UploadWork {

    private final Jobs jobs;
    private final Transactions transactions;
    private final Pool pool;
    private final InstantSource clock;

    PostgresUploadWork(Jobs jobs, Transactions transactions, Pool pool, InstantSource clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public void add(UploadEvent event) {
        transactions.inTransaction(session -> jobs.add(
                session,
                WorkIds.of(event),
                UploadEventJob.KIND,
                event.member().asString(),
                EventPayload.write(event),
                clock.instant()));
    }

    @Override
    public boolean isSettled(String reference) {
        try {
            return pool.preparedQuery("select 1 from job where id = $1 and done_at is not null")
                    .execute(Tuple.of(UUID.fromString(reference)))
                    .await()
                    .indefinitely()
                    .iterator()
                    .hasNext();
        } catch (IllegalArgumentException e) {
            // Not the name of an upload: what a broken one left behind, which only its age ends.
            return false;
        }
    }
}
