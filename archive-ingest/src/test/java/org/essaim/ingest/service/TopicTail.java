package org.essaim.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;

/** What the topics hold about one member, read from their beginning. */
final class TopicTail implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    TopicTail(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ServiceResource.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private List<ConsumerRecord<byte[], byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen;
    }

    /** Waits until the results told of a member are this many, and gives them in their order. */
    List<ArchiveResult> results(MemberId member, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(resultsOf(member)).hasSizeGreaterThanOrEqualTo(count));
        return resultsOf(member);
    }

    private List<ArchiveResult> resultsOf(MemberId member) {
        return poll().stream()
                .filter(result -> new String(result.key(), StandardCharsets.UTF_8).equals(member.asString()))
                .map(TopicTail::resultOf)
                .toList();
    }

    private static ArchiveResult resultOf(ConsumerRecord<byte[], byte[]> told) {
        try {
            String type =
                    new String(told.headers().lastHeader(CloudEvent.TYPE_HEADER).value(), StandardCharsets.UTF_8);
            return CloudEvent.read(type, told.value(), ArchiveResult.class);
        } catch (UnreadableEventException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the last record of each of the member's buckets is so, and gives the lists by bucket. */
    Map<Integer, Optional<FollowList>> bucketsWhen(MemberId member, Predicate<Optional<FollowList>> each) {
        return bucketsWhen(member, Buckets.COUNT, each);
    }

    /** The same on a topic with another number of buckets. */
    Map<Integer, Optional<FollowList>> bucketsWhen(MemberId member, int buckets, Predicate<Optional<FollowList>> each) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<Integer, Optional<FollowList>> last = lastOf(member);
            assertThat(last).hasSize(buckets);
            assertThat(last.values()).allMatch(each);
        });
        return lastOf(member);
    }

    private Map<Integer, Optional<FollowList>> lastOf(MemberId member) {
        Map<Integer, Optional<FollowList>> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> told : poll()) {
            MemberBucket key = MemberBucket.fromBytes(told.key());
            if (key.member().equals(member)) {
                assertThat(told.partition()).isEqualTo(key.bucket());
                last.put(key.bucket(), Optional.ofNullable(told.value()).map(FollowList::unpack));
            }
        }
        return last;
    }

    /** How many records about the member the topic of lists has held. */
    long recordsOf(MemberId member) {
        return poll().stream()
                .filter(told -> MemberBucket.fromBytes(told.key()).member().equals(member))
                .count();
    }

    /** Waits for a record of this key and gives its value. */
    byte[] valueOf(String key) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(withKey(key)).isPresent());
        return withKey(key).orElseThrow().value();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> withKey(String key) {
        return poll().stream()
                .filter(told -> new String(told.key(), StandardCharsets.UTF_8).equals(key))
                .findFirst();
    }

    static TopicTail lists() {
        return new TopicTail(Topics.FOLLOW_LISTS.name());
    }

    static TopicTail results() {
        return new TopicTail(Topics.ARCHIVE_RESULTS.name());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
