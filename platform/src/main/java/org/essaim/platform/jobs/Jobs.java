package org.essaim.platform.jobs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds and completes jobs as part of the caller's transaction. */
@ApplicationScoped
public class Jobs {

    /**
     * Adds a job.
     *
     * @return false when a job of this id was added before, done or not: a repeat changes nothing
     */
    public Uni<Boolean> add(Mutiny.Session session, UUID id, String kind, String subject, String payload, Instant due) {
        return session.createNativeQuery("""
                        insert into job (id, kind, subject, payload, due)
                        values (:id, :kind, :subject, :payload, :due) on conflict (id) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("kind", kind)
                .setParameter("subject", subject)
                .setParameter("payload", payload)
                .setParameter("due", due.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(added -> added == 1);
    }

    /**
     * Marks a job done and forgets whom it was about. In the transaction of the job's effects: when another worker has
     * completed it meanwhile this fails, and the effects roll back with it.
     */
    public Uni<Void> complete(Mutiny.Session session, UUID id) {
        return session.createMutationQuery("""
                        update Job set doneAt = instant, payload = '', subject = '', leaseUntil = null
                        where id = :id and doneAt is null
                        """)
                .setParameter("id", id)
                .executeUpdate()
                .invoke(completed -> {
                    if (completed != 1) {
                        throw new LeaseLostException(id);
                    }
                })
                .replaceWithVoid();
    }
}
