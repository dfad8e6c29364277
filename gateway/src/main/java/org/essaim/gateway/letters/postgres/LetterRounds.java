package org.essaim.gateway.letters.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.letters.Letter;
import org.essaim.gateway.letters.Letters;
import org.essaim.gateway.letters.MailServer;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks every few minutes whom there is something to tell, and adds a job for each, unless one is under way. One job a round, known by
 * its time, so that any number of replicas look once; each adds the next. Nobody who changes something has to think of letters.
 */
@ApplicationScoped
class LetterRounds implements JobHandler {

    private static final String JOB = "letter-round";

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;
    private final MailServer mailServer;
    private final Duration every;

    LetterRounds(
            Transactions transactions, Jobs jobs, InstantSource clock, MailServer mailServer, GatewayConfig config) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
        this.mailServer = mailServer;
        this.every = config.lettersEvery();
    }

    void begin(@Observes StartupEvent event) {
        if (mailServer.isThere()) {
            transactions.inTransaction(session -> addRoundAfter(session, clock.instant()));
        }
    }

    /** The next multiple of the pause after this time. */
    private Uni<Boolean> addRoundAfter(Mutiny.Session session, Instant time) {
        long pause = every.toMillis();
        Instant next = Instant.ofEpochMilli((time.toEpochMilli() / pause + 1) * pause);
        UUID id = UUID.nameUUIDFromBytes((JOB + next).getBytes(StandardCharsets.UTF_8));
        return jobs.add(session, id, JOB, next.toString(), "", next);
    }

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public void run(Job job) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> Statement.of(session, WhomToTell.DONE_REMINDERS)
                .update()
                .chain(() -> WhomToTell.security(session, now))
                .chain(rows -> addLetters(session, rows, Letter.Sort.SECURITY, now))
                .chain(() -> WhomToTell.news(session, now))
                .chain(rows -> addLetters(session, rows, Letter.Sort.NEWS, now))
                .chain(() -> WhomToTell.reminders(session, now))
                .chain(rows -> addLetters(session, rows, Letter.Sort.ARCHIVE_REMINDER, now))
                .chain(() -> mailServer.isThere()
                        ? addRoundAfter(session, now)
                        : Uni.createFrom().item(false))
                .chain(() -> jobs.complete(session, job.id())));
    }

    private Uni<Void> addLetters(Mutiny.Session session, List<Row> members, Letter.Sort sort, Instant now) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (Row row : members) {
            String member = row.text("member");
            added = added.chain(
                    () -> jobs.add(session, UuidCreator.getTimeOrderedEpoch(), Letters.JOB, member, sort.name(), now)
                            .replaceWithVoid());
        }
        return added;
    }
}
