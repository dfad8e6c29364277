package org.essaim.bench.execute;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;

/** When the service said of a follow that it is made: a moment after it was sent. */
final class Settled {

    private Settled() {}

    /** In order of time, by the run's clock. */
    static List<Instant> of(String bootstrapServers, MemberId member, long expected) {
        List<Instant> moments = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> results = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = results.partitionsFor(Topics.FOLLOW_RESULTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            results.assign(partitions);
            results.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (moments.size() < expected && System.nanoTime() < end) {
                results.poll(Duration.ofMillis(200)).forEach(message -> read(message, member, moments));
            }
        }
        return moments.stream().sorted().toList();
    }

    private static void read(ConsumerRecord<String, byte[]> message, MemberId member, List<Instant> moments) {
        String type =
                new String(message.headers().lastHeader(CloudEvent.TYPE_HEADER).value(), StandardCharsets.UTF_8);
        try {
            FollowResult result = CloudEvent.read(type, message.value(), FollowResult.class);
            if (result instanceof FollowSettled settled
                    && settled.outcome() == FollowSettled.Outcome.FOLLOWED
                    && settled.member().equals(member)) {
                moments.add(settled.at());
            }
        } catch (UnreadableEventException e) {
            throw new IllegalStateException(e);
        }
    }
}
