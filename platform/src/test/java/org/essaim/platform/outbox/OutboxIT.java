package org.essaim.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.platform.postgres.Transactions;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_platform"))
class OutboxIT {

    @Inject
    Outbox outbox;

    @Inject
    OutboxDrainer drainer;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    Tracer tracer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void recordsShouldReachTheirPartitionInOrderWhenTheTransactionCommits() {
        MemberId member = new MemberId(UUID.randomUUID());
        transactions.inTransaction(session -> outbox.add(
                session, List.of(record(member, 3, "first"), record(member, 3, "second"), tombstone(member, 3))));

        assertThat(recordsOf(member, 3, 3)).containsExactly("first", "second", null);
        await().untilAsserted(() -> assertThat(rowsOf(member, 3)).isZero());
    }

    @Test
    void recordsShouldReachTheirPartitionInOrderWhenTheTransactionIsAPlainOne() {
        MemberId member = new MemberId(UUID.randomUUID());
        pool.withTransaction(connection -> outbox.add(
                        connection,
                        List.of(record(member, 2, "first"), record(member, 2, "second"), tombstone(member, 2))))
                .await()
                .indefinitely();

        assertThat(recordsOf(member, 2, 3)).containsExactly("first", "second", null);
    }

    @Test
    void recordsShouldStayUnsaidWhenTheTransactionRollsBack() {
        MemberId member = new MemberId(UUID.randomUUID());
        assertThatThrownBy(() ->
                        transactions.inTransaction(session -> outbox.add(session, List.of(record(member, 4, "never")))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back")))))
                .hasMessage("rolled back");
        transactions.inTransaction(session -> outbox.add(session, List.of(record(member, 4, "later"))));

        assertThat(recordsOf(member, 4, 1)).containsExactly("later");
    }

    @Test
    void recordShouldStillBePublishedWhenItsTransactionCommitsAfterALaterOne() throws Exception {
        MemberId early = new MemberId(UUID.randomUUID());
        MemberId late = new MemberId(UUID.randomUUID());
        CountDownLatch added = new CountDownLatch(1);
        CompletableFuture<Void> commit = new CompletableFuture<>();
        Thread slow = Thread.startVirtualThread(() ->
                transactions.inTransaction(session -> outbox.add(session, List.of(record(early, 5, "slow")))
                        .invoke(added::countDown)
                        .chain(() -> onThisContext(commit))));
        assertThat(added.await(30, TimeUnit.SECONDS)).isTrue();
        transactions.inTransaction(session -> outbox.add(session, List.of(record(late, 5, "quick"))));

        assertThat(recordsOf(late, 5, 1)).containsExactly("quick");
        commit.complete(null);
        slow.join();
        assertThat(recordsOf(early, 5, 1)).containsExactly("slow");
    }

    @Test
    void drainerShouldLeaveTheOutboxAloneWhenAnotherReplicaHoldsTheLock() throws Exception {
        var connection = pool.getConnection().await().indefinitely();
        MemberId member = new MemberId(UUID.randomUUID());
        var transaction = connection.begin().await().indefinitely();
        connection
                .query("select pg_advisory_xact_lock(" + 0x6F7574626F78L + ")")
                .execute()
                .await()
                .indefinitely();
        transactions.inTransaction(session -> outbox.add(session, List.of(record(member, 6, "waits"))));

        assertThat(drainer.drainRound()).isFalse();
        assertThat(rowsOf(member, 6)).isOne();
        transaction.commit().await().indefinitely();
        connection.close().await().indefinitely();
        assertThat(recordsOf(member, 6, 1)).containsExactly("waits");
    }

    @Test
    void recordShouldCarryTheTraceThatCausedIt() {
        MemberId member = new MemberId(UUID.randomUUID());
        Span span = tracer.spanBuilder("cause").startSpan();
        try (Scope scope = span.makeCurrent()) {
            transactions.inTransaction(session -> outbox.add(session, List.of(record(member, 7, "traced"))));
        } finally {
            span.end();
        }

        ConsumerRecord<byte[], byte[]> published = consume(member, 7, 1).getFirst();
        assertThat(new String(published.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
                .contains(span.getSpanContext().getTraceId());
    }

    /** A reactive session is used on the context that opened it, whoever completes the future. */
    private static Uni<Void> onThisContext(CompletableFuture<Void> future) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().completionStage(future).emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private static OutboxMessage record(MemberId member, int bucket, String value) {
        return OutboxMessage.state(
                Topics.FOLLOW_LISTS,
                bucket,
                new MemberBucket(member, bucket).toBytes(),
                value.getBytes(StandardCharsets.UTF_8));
    }

    private static OutboxMessage tombstone(MemberId member, int bucket) {
        return OutboxMessage.tombstone(Topics.FOLLOW_LISTS, bucket, new MemberBucket(member, bucket).toBytes());
    }

    private long rowsOf(MemberId member, int bucket) {
        return pool.preparedQuery("select count(*) from outbox where key = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(
                        io.vertx.core.buffer.Buffer.buffer(new MemberBucket(member, bucket).toBytes())))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private List<String> recordsOf(MemberId member, int bucket, int count) {
        List<String> values = new ArrayList<>();
        consume(member, bucket, count)
                .forEach(published -> values.add(
                        published.value() == null ? null : new String(published.value(), StandardCharsets.UTF_8)));
        return values;
    }

    private List<ConsumerRecord<byte[], byte[]>> consume(MemberId member, int bucket, int count) {
        byte[] key = new MemberBucket(member, bucket).toBytes();
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(Topics.FOLLOW_LISTS.name(), bucket));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(published -> {
                    if (java.util.Arrays.equals(key, published.key())) {
                        found.add(published);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }
}
