package org.essaim.gateway.operators.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.essaim.gateway.operators.MatchView;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;

/** A rebuild as a job. */
@ApplicationScoped
class PostgresMatchView implements MatchView {

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    PostgresMatchView(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void askForRebuild() {
        transactions.inTransaction(session -> Statement.of(
                        session, "select 1 as waits from job where kind = :kind and done_at is null limit 1")
                .with("kind", JOB)
                .row()
                .chain(waiting -> jobs.add(
                        session,
                        UuidCreator.getTimeOrderedEpoch(),
                        JOB,
                        waiting.isPresent() ? "again" : "now",
                        "",
                        clock.instant())));
    }
}
