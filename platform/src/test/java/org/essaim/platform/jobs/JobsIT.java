package org.essaim.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.essaim.platform.postgres.Transactions;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_platform"))
class JobsIT {

    private static final String UNATTENDED = "unattended";

    @Inject
    Jobs jobs;

    @Inject
    JobTable table;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Test
    void jobShouldBeDoneOnceWhenItIsAddedTwice() {
        UUID id = UUID.randomUUID();
        assertThat(add(id, "record", "ana")).isTrue();
        assertThat(add(id, "record", "ana")).isFalse();
        await().until(() -> !table.isOpen(id));
        assertThat(add(id, "record", "ana")).isFalse();
        assertThat(effectsOf(id)).isOne();
    }

    @Test
    void jobShouldBeTriedAgainWhenItFails() {
        UUID id = UUID.randomUUID();
        RecordingHandler.failOnce(id);
        add(id, "record", "bea");
        await().atMost(Duration.ofSeconds(30)).until(() -> !table.isOpen(id));
        assertThat(effectsOf(id)).isOne();
    }

    @Test
    void jobsOfASubjectShouldRunInOrderWhenSeveralWorkersAreFree() {
        List<UUID> ids = new ArrayList<>();
        String subject = "order-" + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            add(id, "record", subject);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> ids.stream().noneMatch(table::isOpen));
        assertThat(effectsOf(subject)).isEqualTo(ids);
    }

    @Test
    void jobShouldGoToAnotherWorkerOnlyWhenItsLeaseHasEnded() {
        UUID id = UUID.randomUUID();
        add(id, UNATTENDED, "cleo-" + id);
        assertThat(leaseOf(id, Duration.ofMinutes(5))).isTrue();
        assertThat(leaseOf(id, Duration.ofMinutes(5))).isFalse();
        pool.preparedQuery("update job set lease_until = now() - interval '1 second' where id = $1")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();
        assertThat(leaseOf(id, Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void jobShouldBeLeasedWhenHundredsThatMayNotStandBeforeIt() {
        UUID last = UUID.randomUUID();
        transactions.inTransaction(session -> session.createNativeQuery("""
                insert into job (id, kind, subject, payload, due)
                select gen_random_uuid(), 'crowded', 'ana', '', now() from generate_series(1, 600)
                """)
                .executeUpdate()
                .chain(() -> jobs.add(session, last, "crowded", "ben", "", Instant.now())));

        assertThat(table.lease("crowded", Duration.ofMinutes(5), 10))
                .extracting(Job::subject)
                .containsExactly("ana");
        assertThat(table.lease("crowded", Duration.ofMinutes(5), 10))
                .extracting(Job::id)
                .containsExactly(last);
        assertThat(table.lease("crowded", Duration.ofMinutes(5), 10)).isEmpty();
    }

    @Test
    void secondCompletionShouldRollBackItsEffectsWhenTwoWorkersHadTheSameJob() {
        UUID id = UUID.randomUUID();
        add(id, UNATTENDED, "dora-" + id);
        transactions.inTransaction(session -> jobs.complete(session, id));
        assertThatThrownBy(() -> transactions.inTransaction(
                        session -> effect(session, id, "dora").chain(() -> jobs.complete(session, id))))
                .isInstanceOf(LeaseLostException.class);
        assertThat(effectsOf(id)).isZero();
    }

    @Test
    void doneJobShouldForgetWhomItWasAbout() {
        UUID id = UUID.randomUUID();
        add(id, UNATTENDED, "elsa-" + id);
        transactions.inTransaction(session -> jobs.complete(session, id));
        assertThat(pool.preparedQuery("select subject || payload from job where id = $1")
                        .execute(Tuple.of(id))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0))
                .isEmpty();
    }

    @Test
    void pauseShouldGrowAndStayUnderAMinute() {
        assertThat(JobWorkers.pauseAfter(1)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
        assertThat(JobWorkers.pauseAfter(1000)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    private boolean leaseOf(UUID id, Duration lease) {
        return table.lease(UNATTENDED, lease, 1).stream()
                .anyMatch(job -> job.id().equals(id));
    }

    private boolean add(UUID id, String kind, String subject) {
        return transactions.inTransaction(session ->
                jobs.add(session, id, kind, subject, subject, Instant.now().minusSeconds(1)));
    }

    private long effectsOf(UUID job) {
        return pool.preparedQuery("select count(*) from effect where job = $1")
                .execute(Tuple.of(job))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<UUID> effectsOf(String subject) {
        List<UUID> done = new ArrayList<>();
        pool.preparedQuery("select job from effect where subject = $1 order by at")
                .execute(Tuple.of(subject))
                .await()
                .indefinitely()
                .forEach(row -> done.add(row.getUUID(0)));
        return done;
    }

    private static io.smallrye.mutiny.Uni<Void> effect(
            org.hibernate.reactive.mutiny.Mutiny.Session session, UUID job, String subject) {
        return session.createNativeQuery("insert into effect (job, subject) values (:job, :subject)")
                .setParameter("job", job)
                .setParameter("subject", subject)
                .executeUpdate()
                .replaceWithVoid();
    }

    @ApplicationScoped
    static class RecordingHandler implements JobHandler {

        private static final Map<UUID, Boolean> FAILING = new ConcurrentHashMap<>();

        @Inject
        Jobs jobs;

        @Inject
        Transactions transactions;

        static void failOnce(UUID id) {
            FAILING.put(id, true);
        }

        @Override
        public String kind() {
            return "record";
        }

        @Override
        public void run(Job job) {
            if (FAILING.remove(job.id()) != null) {
                throw new IllegalStateException("told to fail");
            }
            transactions.inTransaction(
                    session -> effect(session, job.id(), job.subject()).chain(() -> jobs.complete(session, job.id())));
        }
    }
}
