package org.essaim.gateway.world;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.GrantEvent;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;

/** The other services' side of the topics. */
public final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;

    public Wire(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public void tell(GrantEvent event) {
        send(Topics.GRANTS, event.key(), event);
    }

    public void tell(ArchiveResult result) {
        send(Topics.ARCHIVE_RESULTS, result.member().asString(), result);
    }

    public void tell(FollowResult result) {
        send(Topics.FOLLOW_RESULTS, result.member().asString(), result);
    }

    public void tell(MemberMatches matches) {
        send(Topics.MATCHES, new MemberBucket(matches.member(), matches.bucket()).asText(), matches);
    }

    /** Sends any record as a service would. */
    public void send(Topic topic, String key, Object data) {
        CloudEvent event = new CloudEvent(UUID.randomUUID().toString(), "/essaim/test", Instant.now(), data);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic.name(), key, event.value());
        event.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not sent", e);
        }
    }

    /** Every record of a topic under keys like this, oldest first. */
    public List<ConsumerRecord<String, byte[]>> records(Topic topic, Predicate<String> key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.name(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (key.test(message.key())) {
                        found.add(message);
                    }
                });
            }
            return found;
        }
    }

    /** The events of a topic under keys like this, once there are at least so many. */
    public <T> List<T> events(Topic topic, Predicate<String> key, Class<T> family, int atLeast) {
        return await().atMost(PATIENCE).until(() -> read(topic, key, family), events -> events.size() >= atLeast);
    }

    /** The events of a topic under keys like this, as they are now; tombstones are left out. */
    public <T> List<T> read(Topic topic, Predicate<String> key, Class<T> family) {
        return records(topic, key).stream()
                .filter(message -> message.value() != null)
                .map(message -> read(message, family))
                .toList();
    }

    private static <T> T read(ConsumerRecord<String, byte[]> message, Class<T> family) {
        try {
            String type = new String(
                    message.headers().lastHeader(CloudEvent.TYPE_HEADER).value(), StandardCharsets.UTF_8);
            return CloudEvent.read(type, message.value(), family);
        } catch (UnreadableEventException e) {
            throw new IllegalStateException(e);
        }
    }
}
