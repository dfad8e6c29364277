package org.essaim.bench.match;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.essaim.bench.town.Town;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.jspecify.annotations.Nullable;

/** Sends lists and identities, made beforehand, as the other services would: acknowledged by all replicas. */
final class Feeder implements AutoCloseable {

    private static final int GENERATION_AT = 2;

    private final Town town;
    private final List<List<byte[]>> lists;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> lost = new AtomicReference<>();

    Feeder(Town town, String bootstrapServers) {
        this.town = town;
        this.lists = IntStream.range(0, town.members())
                .parallel()
                .mapToObj(town::packedLists)
                .toList();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        64L * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        // The first metadata are no part of what is measured.
        producer.partitionsFor(Topics.FOLLOW_LISTS.name());
        producer.partitionsFor(Topics.IDENTITIES.name());
    }

    /** Records of lists: one for each member and bucket. */
    long listRecords() {
        return (long) town.members() * Buckets.COUNT;
    }

    /** The records of all identities in one generation, ready to be sent. */
    List<ProducerRecord<byte[], byte[]>> identities(long generation) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int member = 0; member < town.members(); member++) {
            records.add(record(town.identity(member, generation)));
        }
        return records;
    }

    static ProducerRecord<byte[], byte[]> record(Identity identity) {
        CloudEvent event = CloudEvent.causedBy(identity.key(), "/essaim/gateway", Instant.now(), identity);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.IDENTITIES.name(),
                Buckets.of(identity.xId().value()),
                identity.key().getBytes(StandardCharsets.UTF_8),
                event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record, (_, exception) -> {
            if (exception != null) {
                lost.compareAndSet(null, exception);
            }
        });
    }

    /** Sends a member's lists, of every bucket. */
    void sendLists(int member, int generation) {
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            byte[] packed = lists.get(member).get(bucket);
            if (generation > 1) {
                packed = packed.clone();
                packed[GENERATION_AT] = (byte) generation;
            }
            send(new ProducerRecord<>(
                    Topics.FOLLOW_LISTS.name(),
                    bucket,
                    new MemberBucket(Town.memberId(member), bucket).toBytes(),
                    packed));
        }
    }

    /** Takes every list and identity of the town away again. */
    void eraseAll() {
        for (int member = 0; member < town.members(); member++) {
            Identity identity = town.identity(member, 1);
            send(new ProducerRecord<>(
                    Topics.IDENTITIES.name(),
                    Buckets.of(identity.xId().value()),
                    identity.key().getBytes(StandardCharsets.UTF_8),
                    null));
            for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
                byte[] key = new MemberBucket(Town.memberId(member), bucket).toBytes();
                send(new ProducerRecord<>(Topics.FOLLOW_LISTS.name(), bucket, key, null));
            }
        }
    }

    /** Waits until everything is acknowledged. */
    void flush() {
        producer.flush();
        Exception failure = lost.get();
        if (failure != null) {
            throw new IllegalStateException("a record was not acknowledged", failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
