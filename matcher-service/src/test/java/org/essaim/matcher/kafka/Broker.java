package org.essaim.matcher.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.EventJson;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.Person;
import org.jspecify.annotations.Nullable;

/** What the other services would do with a broker: bring lists and identities, and read what the matcher says. */
public final class Broker implements AutoCloseable {

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;

    public Broker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** An X id of this bucket, another one for each number; small enough to be one of the old ids. */
    public static long xIdIn(int bucket, int which) {
        return IntStream.iterate(1, id -> id + 1)
                .filter(id -> Buckets.of(id) == bucket)
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    public Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    /** Brings the person's list of one bucket. */
    public void bring(Person person, int bucket) {
        sendList(person.member(), bucket, person.list().pack());
    }

    public void sendList(MemberId member, int bucket, byte @Nullable [] value) {
        send(new ProducerRecord<>(
                Topics.FOLLOW_LISTS.name(), bucket, new MemberBucket(member, bucket).toBytes(), value));
    }

    public void announce(Person person) {
        announce(person, Map.of());
    }

    public void announce(Person person, Map<String, String> furtherHeaders) {
        Identity identity = person.identity();
        CloudEvent event = CloudEvent.causedBy("test", "/essaim/gateway", Instant.EPOCH, identity);
        ProducerRecord<byte[], byte[]> message = identityRecord(person, event.value());
        event.headers().forEach((name, value) -> message.headers().add(name, bytes(value)));
        furtherHeaders.forEach((name, value) -> message.headers().add(name, bytes(value)));
        send(message);
    }

    public void withdraw(Person person) {
        send(identityRecord(person, null));
    }

    public void sendIdentity(Person person, byte[] value) {
        send(identityRecord(person, value));
    }

    private static ProducerRecord<byte[], byte[]> identityRecord(Person person, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.IDENTITIES.name(),
                Buckets.of(person.xId()),
                bytes(person.identity().key()),
                value);
    }

    public void send(ProducerRecord<byte[], byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything on {@code matches.v1} under this member and bucket, oldest first; a tombstone has no value. */
    public List<ConsumerRecord<byte[], byte[]>> matchesRecords(MemberId member, int bucket) {
        String key = new MemberBucket(member, bucket).asText();
        return read(Topics.MATCHES.name(), bucket).stream()
                .filter(read -> text(read.key()).equals(key))
                .toList();
    }

    /** The standing matches of the member in the bucket; null when there are none or they are buried. */
    public @Nullable MemberMatches standing(MemberId member, int bucket) {
        List<ConsumerRecord<byte[], byte[]>> records = matchesRecords(member, bucket);
        try {
            return records.isEmpty() || records.getLast().value() == null
                    ? null
                    : EventJson.read(records.getLast().value(), MemberMatches.class);
        } catch (UnreadableEventException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All records of a partition that are there now. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
        TopicPartition only = new TopicPartition(topic, partition);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The header's text; empty when there is none. */
    public static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        Header header = read.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
