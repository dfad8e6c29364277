package org.essaim.executor.service.scene;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.jspecify.annotations.Nullable;

/** The gateway's side of the topics: sends plans, reads what became of them. */
public final class Plans implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> results;
    private final List<FollowResult> seen = new ArrayList<>();

    public Plans() {
        Map<String, Object> broker = Map.of("bootstrap.servers", ExecutorResource.bootstrapServers());
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        results = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = results.partitionsFor(Topics.FOLLOW_RESULTS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        results.assign(partitions);
        results.seekToBeginning(partitions);
    }

    public void send(FollowPlan plan) {
        CloudEvent event = new CloudEvent(UUID.randomUUID().toString(), "/essaim/gateway", Instant.now(), plan);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topics.FOLLOW_PLANS.name(), plan.acting().id(), event.value());
        event.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until each of these targets has a settled outcome, and gives the newest of each. */
    public Map<TargetAccount, FollowSettled> settled(MemberId member, List<TargetAccount> targets) {
        await().atMost(PATIENCE).until(() -> {
            poll();
            return newest(member).keySet().containsAll(targets);
        });
        return newest(member);
    }

    /** Waits until the newest word about a target is this outcome. */
    public FollowSettled settledAs(MemberId member, TargetAccount target, FollowSettled.Outcome outcome) {
        await().atMost(PATIENCE).until(() -> {
            poll();
            FollowSettled newest = newest(member).get(target);
            return newest != null && newest.outcome() == outcome;
        });
        return newest(member).get(target);
    }

    /** Waits until a target is said to wait. */
    public FollowDeferred deferred(MemberId member, TargetAccount target) {
        await().atMost(PATIENCE).until(() -> !deferrals(member, target).isEmpty());
        return deferrals(member, target).getFirst();
    }

    /** Waits until a target is said to wait for this reason. */
    public void deferredAs(MemberId member, TargetAccount target, FollowDeferred.Reason reason) {
        await().atMost(PATIENCE)
                .until(() -> deferrals(member, target).stream().anyMatch(told -> told.reason() == reason));
    }

    /** Waits until a follow of the member is said to wait for a pace that is slower than usual. */
    public FollowDeferred slowed(MemberId member) {
        await().atMost(PATIENCE).until(() -> !slowedOnes(member).isEmpty());
        return slowedOnes(member).getFirst();
    }

    private List<FollowDeferred> slowedOnes(MemberId member) {
        poll();
        return seen.stream()
                .filter(FollowDeferred.class::isInstance)
                .map(FollowDeferred.class::cast)
                .filter(told -> told.member().equals(member) && told.slowed() != null)
                .toList();
    }

    private List<FollowDeferred> deferrals(MemberId member, TargetAccount target) {
        return about(member, target).stream()
                .filter(FollowDeferred.class::isInstance)
                .map(FollowDeferred.class::cast)
                .toList();
    }

    /** Everything that was said about a target, in order. */
    public List<FollowResult> about(MemberId member, TargetAccount target) {
        poll();
        return seen.stream()
                .filter(result ->
                        result.member().equals(member) && result.target().sameAs(target))
                .toList();
    }

    private Map<TargetAccount, FollowSettled> newest(MemberId member) {
        Map<TargetAccount, FollowSettled> newest = new HashMap<>();
        for (FollowResult result : seen) {
            if (result instanceof FollowSettled settled && settled.member().equals(member)) {
                newest.put(settled.target(), settled);
            }
        }
        return newest;
    }

    /** What compaction leaves of a key: its last value now, null for a tombstone; empty when the topic does not know it. */
    public static List<byte @Nullable []> lastOf(Topic topic, String key) {
        Map<String, Object> broker = Map.of("bootstrap.servers", ExecutorResource.bootstrapServers());
        List<byte @Nullable []> last = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> message : reader.poll(Duration.ofMillis(200))) {
                    if (message.key().equals(key)) {
                        last.clear();
                        last.add(message.value());
                    }
                }
            }
        }
        return last;
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> message : results.poll(Duration.ofMillis(200))) {
            String type = new String(
                    message.headers().lastHeader(CloudEvent.TYPE_HEADER).value(), StandardCharsets.UTF_8);
            try {
                seen.add(CloudEvent.read(type, message.value(), FollowResult.class));
            } catch (UnreadableEventException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        results.close();
    }
}
