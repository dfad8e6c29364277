package org.essaim.platform.deadletters;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.platform.kafka.SharedProducer;

/**
 * Records that a consumer could not read wait on {@code <topic>.dlq}, untouched. Once the reader is mended an operator
 * sends them back to where they came from.
 *
 * <p>Where redelivery stands is kept as the offset of a consumer group of its own, committed after the acknowledgement: a
 * crash in between delivers again, which every consumer bears.
 */
@ApplicationScoped
public class DeadLetters {

    private static final String REASON = "dead-letter-reason";
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> broker;
    private final SharedProducer producer;

    public DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> broker, SharedProducer producer) {
        this.broker = broker;
        this.producer = producer;
    }

    /** The dead letters of every topic that wait for redelivery, oldest first, at most this many a topic. */
    public List<DeadLetter> waiting(int mostPerTopic) {
        return Topics.flow().stream()
                .flatMap(topic -> waiting(topic, mostPerTopic).stream())
                .map(DeadLetters::seenByOperator)
                .toList();
    }

    /**
     * Sends waiting records back to their event topic, with their key.
     *
     * @throws IllegalArgumentException for a state topic: there the last record of a key stands for it, so an old one sent
     *     again could outlive a newer one at compaction; the owner of the state publishes the key anew instead
     * @return how many were acknowledged; fewer than asked when no more wait
     */
    public int redeliver(Topic topic, int most) throws InterruptedException, ExecutionException {
        if (topic.compacted()) {
            throw new IllegalArgumentException("state is published anew by its owner, not redelivered");
        }
        List<ConsumerRecord<byte[], byte[]>> letters = waiting(topic, most);
        List<Future<RecordMetadata>> sent = letters.stream()
                .map(letter -> producer.send(backToOrigin(topic, letter)))
                .toList();
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
        if (!letters.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
            letters.forEach(letter -> done.put(
                    new TopicPartition(letter.topic(), letter.partition()),
                    new OffsetAndMetadata(letter.offset() + 1)));
            try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
                consumer.commitSync(done);
            }
        }
        return letters.size();
    }

    private List<ConsumerRecord<byte[], byte[]>> waiting(Topic topic, int most) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            List<TopicPartition> partitions = IntStream.range(
                            0, topic.deadLetters().partitions())
                    .mapToObj(number -> new TopicPartition(topic.deadLetters().name(), number))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            while (letters.size() < most
                    && partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(letters::add);
            }
            return letters.subList(0, Math.min(most, letters.size()));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(Topic topic) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "redelivery." + topic.name());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static ProducerRecord<byte[], byte[]> backToOrigin(Topic topic, ConsumerRecord<byte[], byte[]> letter) {
        Headers headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith("dead-letter-")) {
                headers.add(header);
            }
        }
        return new ProducerRecord<>(topic.name(), null, letter.key(), letter.value(), headers);
    }

    private static DeadLetter seenByOperator(ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetter(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                Instant.ofEpochMilli(letter.timestamp()),
                text(letter.headers(), REASON));
    }

    private static String text(Headers headers, String key) {
        Header header = headers.lastHeader(key);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
