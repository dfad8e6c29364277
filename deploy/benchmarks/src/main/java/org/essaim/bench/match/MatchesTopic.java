package org.essaim.bench.match;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.bench.Waiting;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Topics;

/** What the matcher has published, seen from outside: only acknowledged records count. */
final class MatchesTopic implements AutoCloseable {

    private static final byte[] MATCH = "\"xId\":".getBytes(StandardCharsets.US_ASCII);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = IntStream.range(0, Buckets.COUNT)
            .mapToObj(bucket -> new TopicPartition(Topics.MATCHES.name(), bucket))
            .toList();

    MatchesTopic(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** How many records were ever acknowledged. */
    long records() {
        Collection<Long> ends = consumer.endOffsets(partitions).values();
        return ends.stream().mapToLong(Long::longValue).sum();
    }

    /** How many matches stand, counted in the last record of every key. */
    long standingMatches() {
        Map<String, Integer> counts = new HashMap<>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(200))) {
                counts.put(text(read.key()), read.value() == null ? 0 : occurrences(read.value()));
            }
        }
        consumer.unsubscribe();
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** From now on, {@link #keysWith} looks at the records that come to this bucket. */
    void watch(int bucket) {
        TopicPartition partition = partitions.get(bucket);
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
    }

    /** Waits until this text has come in the values of so many keys; gives the seconds since a moment. */
    double keysWith(String text, int keys, long since) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        Set<String> seen = new HashSet<>();
        while (seen.size() < keys && Waiting.secondsSince(since) < 60) {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(20))) {
                if (read.value() != null && indexOf(read.value(), wanted, 0) >= 0) {
                    seen.add(text(read.key()));
                }
            }
        }
        return seen.size() < keys ? Double.POSITIVE_INFINITY : Waiting.secondsSince(since);
    }

    private static int occurrences(byte[] value) {
        int count = 0;
        for (int at = indexOf(value, MATCH, 0); at >= 0; at = indexOf(value, MATCH, at + 1)) {
            count++;
        }
        return count;
    }

    private static int indexOf(byte[] value, byte[] wanted, int from) {
        for (int at = from; at <= value.length - wanted.length; at++) {
            int matched = 0;
            while (matched < wanted.length && value[at + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
