package org.essaim.ingest.work.postgres;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.UploadEvent;
import org.essaim.ingest.work.UploadWork;
import org.essaim.ingest.work.WorkIds;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.jobs.NewJob;
import org.essaim.platform.postgres.CommitSignal;

/** One kind of job for every event: jobs of one kind and member run in the order they were laid down. */
@ApplicationScoped
class PostgresUploadWork implements UploadWork {

    private final Jobs jobs;
    private final DataSource database;
    private final CommitSignal commits;
    private final Pool pool;

    PostgresUploadWork(Jobs jobs, DataSource database, CommitSignal commits, Pool pool) {
        this.jobs = jobs;
        this.database = database;
        this.commits = commits;
        this.pool = pool;
    }

    @Override
    public void add(List<UploadEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        // One statement, which is its own transaction.
        try (Connection connection = database.getConnection()) {
            jobs.add(connection, events.stream().map(PostgresUploadWork::jobOf).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("work could not be laid down", e);
        }
        commits.raise();
    }

    private static NewJob jobOf(UploadEvent event) {
        return new NewJob(WorkIds.of(event), UploadEventJob.KIND, event.member().asString(), EventPayload.write(event));
    }

    @Override
    public boolean isSettled(String reference) {
        try {
            return pool.preparedQuery("select 1 from job where id = $1 and done_at is not null")
                    .execute(Tuple.of(UUID.fromString(reference.substring(reference.indexOf('/') + 1))))
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
