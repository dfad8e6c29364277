package org.essaim.platform.erasures.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.platform.erasures.JournalReader;
import org.jboss.logging.Logger;

/** Reads {@code erasures.v1} from its beginning to where it ended when this began, in no consumer group. */
@ApplicationScoped
class KafkaJournalReader implements JournalReader {

    private static final Logger LOG = Logger.getLogger(KafkaJournalReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> broker;

    KafkaJournalReader(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    @Override
    public void read(Consumer<ErasureNoted> entries) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().removeIf(key -> key.startsWith("key.") || key.startsWith("value.") || key.equals("group.id"));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        List<TopicPartition> partitions = IntStream.range(0, Topics.ERASURES.partitions())
                .mapToObj(number -> new TopicPartition(Topics.ERASURES.name(), number))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(message -> read(message, entries));
            }
        }
    }

    private static void read(ConsumerRecord<byte[], byte[]> message, Consumer<ErasureNoted> entries) {
        ErasureNoted entry;
        try {
            entry = entry(message);
        } catch (UnreadableEventException e) {
            LOG.warnf(
                    "an entry of the journal of erasures is passed over partition=%d offset=%d",
                    message.partition(), message.offset());
            return;
        }
        entries.accept(entry);
    }

    private static ErasureNoted entry(ConsumerRecord<byte[], byte[]> message) throws UnreadableEventException {
        if (message.value() == null) {
            throw new UnreadableEventException("an entry has no value", null);
        }
        Header type = message.headers().lastHeader(CloudEvent.TYPE_HEADER);
        String ceType = type == null || type.value() == null ? null : new String(type.value(), StandardCharsets.UTF_8);
        return CloudEvent.read(ceType, message.value(), ErasureNoted.class);
    }
}
