package org.essaim.platform.postgres;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs one port call as one transaction, or as reading alone, and blocks until it is done. For virtual and worker threads; an event loop
 * must not call it.
 */
@ApplicationScoped
public class Transactions {

    /** Far over what any transaction here takes; what hits it is broken, and its caller must not wait for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final CommitSignal commits;

    public Transactions(Mutiny.SessionFactory sessions, Pool pool, CommitSignal commits) {
        this.sessions = sessions;
        this.pool = pool;
        this.commits = commits;
    }

    /**
     * Commits what {@code work} does and wakes the loops, or rolls it back and throws what went wrong.
     *
     * @return what {@code work} gives; may be null where its {@code Uni} gives null
     */
    public <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
        T result = quietly(work);
        commits.raise();
        return result;
    }

    /**
     * The same, and no loop is woken. For a loop that looks whether there is something to do: its commits would wake itself, and
     * it would never rest.
     */
    public <T> T quietly(Function<Mutiny.Session, Uni<T>> work) {
        Context caller = Context.current();
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> sessions.withTransaction((session, transaction) -> traced(caller, work, session))
                            .ifNoItem()
                            .after(LONGEST)
                            .failWith(() -> new TransactionTimeoutException(LONGEST)));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("transaction failed", e);
        }
    }

    /**
     * For what changes nothing: each statement goes to the database by itself, and sees what is committed when it begins, as it would in
     * a transaction here. Neither a transaction nor a session is opened for it, and no loop is woken.
     */
    public <T> T reading(Function<SqlClient, Uni<T>> work) {
        return work.apply(pool)
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new TransactionTimeoutException(LONGEST))
                .await()
                .indefinitely();
    }

    /** The work runs on a Vert.x context of its own, which knows nothing of the caller's trace. */
    private static <T> Uni<T> traced(Context caller, Function<Mutiny.Session, Uni<T>> work, Mutiny.Session session) {
        Scope scope = QuarkusContextStorage.INSTANCE.attach(Vertx.currentContext(), caller);
        return work.apply(session).eventually(scope::close);
    }
}
