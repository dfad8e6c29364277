package org.essaim.executor.grants.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.Revocation;
import org.essaim.executor.grants.Revocations;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Revocations as rows, each with a job that names it and nothing else. */
@ApplicationScoped
class PostgresRevocations implements Revocations {

    private final Transactions transactions;
    private final Jobs jobs;
    private final KeyRing keys;

    PostgresRevocations(Transactions transactions, Jobs jobs, KeyRing keys) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.keys = keys;
    }

    /** Part of the transaction in which the grant goes. */
    Uni<Void> begin(Session session, GrantRow grant, Instant now) {
        UUID id = UUID.randomUUID();
        return session.persist(RevocationRow.of(grant, id, now))
                .chain(() -> addJob(session, id, now))
                .replaceWithVoid();
    }

    private Uni<Boolean> addJob(Session session, UUID id, Instant due) {
        return jobs.add(session, UUID.randomUUID(), JOB, id.toString(), id.toString(), due);
    }

    @Override
    public Optional<Revocation> find(UUID id) {
        return Optional.ofNullable(
                        transactions.<@Nullable RevocationRow>quietly(session -> session.find(RevocationRow.class, id)))
                .map(row -> row.revocation(keys));
    }

    @Override
    public void done(UUID job, UUID id) {
        transactions.inTransaction(session -> jobs.complete(session, job)
                .chain(() -> session.createMutationQuery("delete from Revocation where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()));
    }

    @Override
    public void tryAgain(UUID job, UUID id, Instant then) {
        transactions.inTransaction(session -> jobs.complete(session, job)
                .chain(() -> session.createMutationQuery("update Revocation set attempts = attempts + 1 where id = :id")
                        .setParameter("id", id)
                        .executeUpdate())
                .chain(() -> addJob(session, id, then)));
    }

    @Override
    public void forget(Instant begunBefore) {
        transactions.quietly(session -> session.createMutationQuery("delete from Revocation where since < :before")
                .setParameter("before", begunBefore)
                .executeUpdate());
    }
}
