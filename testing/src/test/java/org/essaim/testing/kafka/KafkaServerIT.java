package org.essaim.testing.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.testing.servers.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @Test
    void sharedBrokerShouldHaveEveryTopicOfTheContracts() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaResource.sharedBootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topic::name).toList());
        }
    }

    @Test
    void brokerShouldKeepRecordsWhenStartedAgainOnItsData(@TempDir Path data) throws Exception {
        int port = FreePort.find();
        try (KafkaServer first = KafkaServer.start(port, data)) {
            EssaimTopics.create(first.bootstrapServers());
            produce(first, "kept");
        }
        try (KafkaServer second = KafkaServer.start(port, data)) {
            assertThat(consumeFirst(second)).isEqualTo("kept");
        }
    }

    private static void produce(KafkaServer server, String text) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.GRANTS.name(), 0, "key".getBytes(UTF_8), text.getBytes(UTF_8)))
                    .get();
        }
    }

    private static String consumeFirst(KafkaServer server) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.GRANTS.name(), 0)));
            return new String(
                    consumer.poll(Duration.ofMinutes(1)).iterator().next().value(), UTF_8);
        }
    }
}
