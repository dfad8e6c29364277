package org.essaim.gateway.acts.postgres;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets what members did after half a year, and what operators did after a year. One job a day, known by its day; each adds the next. */
@ApplicationScoped
class OldEntries implements JobHandler {

    static final Duration MEMBERS = Duration.ofDays(180);
    static final Duration OPERATORS = Duration.ofDays(365);

    private static final String JOB = "old-entries";

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    OldEntries(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        transactions.inTransaction(session -> add(session, today()));
    }

    private Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    private Uni<Boolean> add(Mutiny.Session session, Instant day) {
        UUID id = UUID.nameUUIDFromBytes((JOB + day).getBytes(StandardCharsets.UTF_8));
        return jobs.add(session, id, JOB, day.toString(), "", day);
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public void run(Job job) {
        Instant day = today();
        transactions.inTransaction(session -> Statement.of(session, "delete from act where at < :before")
                .with("before", day.minus(MEMBERS))
                .update()
                .chain(() -> Statement.of(session, "delete from audit where at < :before")
                        .with("before", day.minus(OPERATORS))
                        .update())
                .chain(() -> add(session, day.plus(1, ChronoUnit.DAYS)))
                .chain(() -> jobs.complete(session, job.id())));
    }
}
