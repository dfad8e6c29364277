package org.essaim.platform.jobs;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds and completes jobs as part of the caller's transaction. */
@ApplicationScoped
public class Jobs {

    /** SQL for what {@link #complete(Connection, Collection)} leaves of the subject, which is the parameter; for rows of {@code job j}. */
    public static final String SUBJECT_OF_DONE = "encode(sha256(convert_to(j.id::text || ?, 'UTF8')), 'hex')";

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

    /** Adds jobs that are due at once, in this order; those whose ids are known change nothing. */
    public void add(Connection connection, List<NewJob> jobs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into job (id, kind, subject, payload, due)
            select j.id, j.kind, j.subject, j.payload, now()
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
                with ordinality as j (id, kind, subject, payload, position)
            order by j.position on conflict (id) do nothing
            """)) {
            insert.setArray(1, uuids(connection, jobs.stream().map(NewJob::id)));
            insert.setArray(2, texts(connection, jobs.stream().map(NewJob::kind)));
            insert.setArray(3, texts(connection, jobs.stream().map(NewJob::subject)));
            insert.setArray(4, texts(connection, jobs.stream().map(NewJob::payload)));
            insert.executeUpdate();
        }
    }

    /**
     * Marks jobs done; all of them, or it fails. Of whom each was about a digest is left, so that who names both the job and its
     * subject can be told that it is done, and nobody else: see {@link #SUBJECT_OF_DONE}.
     */
    public void complete(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
            update job set done_at = now(), payload = '', lease_until = null,
                subject = encode(sha256(convert_to(id::text || subject, 'UTF8')), 'hex')
            where id = any(?) and done_at is null
            """)) {
            update.setArray(1, uuids(connection, ids.stream()));
            if (update.executeUpdate() != ids.size()) {
                throw new LeaseLostException(ids.iterator().next());
            }
        }
    }

    private static Array uuids(Connection connection, Stream<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
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
