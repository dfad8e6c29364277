package org.essaim.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;

/** The topics of a running house, as their keeping leaves them in the end: of state the last value of each key, of events nothing. */
final class Broker implements AutoCloseable {

    private static final Map<String, Object> ADDRESS = Map.of(
            "bootstrap.servers", "127.0.0.1:" + Ports.from(System.getenv()).number(Port.KAFKA));

    private final KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(ADDRESS, new ByteArrayDeserializer(), new ByteArrayDeserializer());

    /** The keys, behind their topics, of what stands and has one of these texts in key or value. */
    List<String> standingWith(List<String> texts) {
        List<String> found = new ArrayList<>();
        for (Topic topic : Topics.all()) {
            if (topic.compacted()) {
                latest(topic.name()).forEach((key, value) -> {
                    String record = key + hexAndText(value);
                    if (texts.stream().anyMatch(record::contains)) {
                        found.add(topic.name() + " " + key);
                    }
                });
            }
        }
        return found;
    }

    private static String hexAndText(byte[] bytes) {
        return HexFormat.of().formatHex(bytes) + " " + new String(bytes, StandardCharsets.UTF_8);
    }

    /** What has not been deleted, by key. */
    private Map<String, byte[]> latest(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, byte[]> latest = new LinkedHashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.value() == null) {
                    latest.remove(hexAndText(record.key()));
                } else {
                    latest.put(hexAndText(record.key()), record.value());
                }
            }
        }
        return latest;
    }

    /** How long the broker keeps events, dead letters too, by its own settings; the journal of erasures names nobody, and stays. */
    Duration longestKeptEvents() throws InterruptedException, ExecutionException {
        List<ConfigResource> events = Topics.all().stream()
                .filter(topic -> !topic.compacted() && !topic.equals(Topics.ERASURES))
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        try (Admin admin = Admin.create(ADDRESS)) {
            Stream<Config> settings = admin.describeConfigs(events).all().get().values().stream();
            return Duration.ofMillis(settings.mapToLong(
                            config -> Long.parseLong(config.get("retention.ms").value()))
                    .max()
                    .orElseThrow());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
