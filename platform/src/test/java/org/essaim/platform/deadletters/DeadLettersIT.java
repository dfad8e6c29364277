package org.essaim.platform.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.Topics;
import org.essaim.platform.kafka.SharedProducer;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_platform"))
class DeadLettersIT {

    @Inject
    DeadLetters deadLetters;

    @Inject
    SharedProducer producer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void deadLetterShouldReturnUntouchedToItsPartitionWhenItIsRedelivered() throws Exception {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.IDENTITIES.deadLetters().name(), null, bytes("12:member"), bytes("{\"broken"));
        letter.headers().add("dead-letter-reason", bytes("not a readable Identity"));
        letter.headers().add("dead-letter-partition", bytes("17"));
        letter.headers().add("ce_type", bytes("org.essaim.Identity.v1"));
        producer.send(letter).get();

        assertThat(deadLetters.waiting(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.reason()).isEqualTo("not a readable Identity");
            assertThat(waiting.topic()).isEqualTo("identities.v1.dlq");
        });
        assertThat(deadLetters.redeliver(Topics.IDENTITIES, 10)).isOne();

        ConsumerRecord<byte[], byte[]> back = firstOf(new TopicPartition(Topics.IDENTITIES.name(), 17));
        assertThat(new String(back.key(), StandardCharsets.UTF_8)).isEqualTo("12:member");
        assertThat(new String(back.value(), StandardCharsets.UTF_8)).isEqualTo("{\"broken");
        assertThat(back.headers().lastHeader("ce_type")).isNotNull();
        assertThat(back.headers().lastHeader("dead-letter-reason")).isNull();
        assertThat(deadLetters.redeliver(Topics.IDENTITIES, 10)).isZero();
        assertThat(deadLetters.waiting(10)).isEmpty();
    }

    private ConsumerRecord<byte[], byte[]> firstOf(TopicPartition partition) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
