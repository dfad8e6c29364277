package org.essaim.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.essaim.platform.kafka.SharedProducer;
import org.essaim.platform.postgres.CommitSignal;
import org.essaim.platform.postgres.Loop;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox: one drainer a service, across replicas, by an advisory lock that ends with its transaction.
 *
 * <p>A round reads the visible rows in the order of their ids, sends them, waits for every acknowledgement and deletes
 * just these rows. It never remembers a position: transactions commit out of order, and a row that becomes visible late
 * is simply there in a later round. A round that dies after sending sends again, so consumers meet repeats; they guard by
 * generation, version or sequence.
 */
@ApplicationScoped
public class OutboxDrainer {

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(250);
    /** Any fixed number: advisory locks are per database, and each service has its own. */
    private static final long LOCK = 0x6F7574626F78L;

    private final Pool pool;
    private final SharedProducer producer;
    private final CommitSignal commits;
    private final Map<String, OutboxExpansion> expansions;
    private final Counter published;
    private @Nullable Loop loop;

    public OutboxDrainer(
            Pool pool,
            SharedProducer producer,
            CommitSignal commits,
            @Any Instance<OutboxExpansion> expansions,
            MeterRegistry metrics) {
        this.expansions = expansions.stream().collect(Collectors.toMap(OutboxExpansion::name, Function.identity()));
        this.pool = pool;
        this.producer = producer;
        this.commits = commits;
        this.published = metrics.counter("essaim.outbox.published");
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("outbox-drainer", commits.listen(), POLL, this::drainRound);
    }

    void stop(@Observes ShutdownEvent event) {
        if (loop != null) {
            loop.stop(Duration.ofSeconds(10));
        }
    }

    /** One round; returns whether the batch was full, so that there may be more. */
    boolean drainRound() throws Exception {
        SqlConnection connection = pool.getConnection().await().indefinitely();
        try {
            Transaction transaction = connection.begin().await().indefinitely();
            try {
                int count = drain(connection);
                transaction.commit().await().indefinitely();
                return count == BATCH;
            } catch (Exception e) {
                transaction.rollback().await().indefinitely();
                throw e;
            }
        } finally {
            connection.close().await().indefinitely();
        }
    }

    private int drain(SqlConnection connection) throws Exception {
        boolean mine = connection
                .preparedQuery("select pg_try_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getBoolean(0);
        if (!mine) {
            return 0;
        }
        List<Long> ids = new ArrayList<>();
        Sending sending = new Sending(expansions, producer);
        for (Row row : connection
                .preparedQuery(
                        "select id, topic, partition, key, value, headers from outbox order by id limit " + BATCH)
                .execute()
                .await()
                .indefinitely()) {
            ids.add(row.getLong("id"));
            sending.add(messageOf(row));
        }
        published.increment(sending.awaitAcknowledgements());
        if (!ids.isEmpty()) {
            connection
                    .preparedQuery("delete from outbox where id = any($1)")
                    .execute(Tuple.of(ids.toArray(Long[]::new)))
                    .await()
                    .indefinitely();
        }
        return ids.size();
    }

    private static OutboxMessage messageOf(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        row.getJsonObject("headers")
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().toString()));
        byte[] value =
                row.getBuffer("value") == null ? null : row.getBuffer("value").getBytes();
        return OutboxMessage.saved(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getBuffer("key").getBytes(),
                value,
                headers);
    }
}
