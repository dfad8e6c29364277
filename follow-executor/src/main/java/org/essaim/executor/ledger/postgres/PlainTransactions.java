package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.essaim.platform.postgres.CommitSignal;

/**
 * Runs one port call as one transaction in the database's own words and blocks until it is committed. What workers do goes this
 * way: of a million follows no entity is made. For virtual and worker threads.
 */
@ApplicationScoped
class PlainTransactions {

    /** Far over what any transaction here takes; what hits it is broken, and its caller must not wait for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Pool pool;
    private final CommitSignal commits;

    PlainTransactions(Pool pool, CommitSignal commits) {
        this.pool = pool;
        this.commits = commits;
    }

    /** Commits what {@code work} does and wakes the loops, or rolls it back and throws what went wrong. */
    <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
        T result = quietly(work);
        commits.raise();
        return result;
    }

    /** The same, and no loop is woken. */
    <T> T quietly(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work)
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new IllegalStateException("no answer of the database within " + LONGEST))
                .await()
                .indefinitely();
    }
}
