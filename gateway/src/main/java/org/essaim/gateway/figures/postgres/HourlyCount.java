package org.essaim.gateway.figures.postgres;

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
import org.essaim.gateway.figures.PublicFigures;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** One job an hour, known by its hour, so that any number of replicas count once; each adds the next. */
@ApplicationScoped
class HourlyCount implements JobHandler {

    private static final String COUNT = """
            insert into figure (hour, members, links, reconnections)
            select :hour, nullif(m.many / 100 * 100, 0), nullif(l.many / 100 * 100, 0), nullif(f.many / 100 * 100, 0)
            from (select count(*) as many from member) m,
                (select count(*) as many from link where state = 'LINKED') l,
                (select count(*) as many from follow where state = 'FOLLOWED') f
            on conflict (hour) do nothing
            """;

    private static final Duration KEPT = Duration.ofDays(2);

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    HourlyCount(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        transactions.inTransaction(session -> add(session, thisHour()));
    }

    private Instant thisHour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private Uni<Boolean> add(Mutiny.Session session, Instant hour) {
        UUID id = UUID.nameUUIDFromBytes((PublicFigures.JOB + hour).getBytes(StandardCharsets.UTF_8));
        return jobs.add(session, id, PublicFigures.JOB, hour.toString(), "", hour);
    }

    @Override
    public String kind() {
        return PublicFigures.JOB;
    }

    @Override
    public void run(Job job) {
        Instant hour = thisHour();
        transactions.inTransaction(session -> Statement.of(session, COUNT)
                .with("hour", hour)
                .update()
                .chain(() -> Statement.of(session, "delete from figure where hour < :before")
                        .with("before", hour.minus(KEPT))
                        .update())
                .chain(() -> add(session, hour.plus(1, ChronoUnit.HOURS)))
                .chain(() -> jobs.complete(session, job.id())));
    }
}
