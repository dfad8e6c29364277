package org.essaim.platform.postgres;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs one port call as one transaction and blocks until it is committed. For virtual and worker threads; an event loop
 * must not call it.
 */
@ApplicationScoped
public class Transactions {

    private final Mutiny.SessionFactory sessions;
    private final CommitSignal commits;

    public Transactions(Mutiny.SessionFactory sessions, CommitSignal commits) {
        this.sessions = sessions;
        this.commits = commits;
    }

    /**
     * Commits what {@code work} does, or rolls it back and throws what went wrong.
     *
     * @return what {@code work} gives; may be null where its {@code Uni} gives null
     */
    public <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        try {
            T result = VertxContextSupport.subscribeAndAwait(
                    () -> sessions.withTransaction((session, transaction) -> work.apply(session)));
            commits.raise();
            return result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("transaction failed", e);
        }
    }
}
