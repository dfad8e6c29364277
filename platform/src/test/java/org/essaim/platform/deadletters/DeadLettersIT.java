package org.essaim.platform.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.Topic;
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
    void deadLetterShouldReturnUntouchedWhenItIsRedelivered() throws Exception {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.FOLLOW_PLANS.deadLetters().name(), null, bytes("did:plc:someone"), bytes("{\"broken"));
        letter.headers().add("dead-letter-reason", bytes("not a readable FollowPlan"));
        letter.headers().add("dead-letter-partition", bytes("17"));
        letter.headers().add("ce_type", bytes("org.essaim.FollowPlanned.v1"));
        producer.send(letter).get();

        assertThat(deadLetters.waiting(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.reason()).isEqualTo("not a readable FollowPlan");
            assertThat(waiting.topic()).isEqualTo("follow.plans.v1.dlq");
        });
        assertThat(deadLetters.redeliver(Topics.FOLLOW_PLANS, 10)).isOne();

        ConsumerRecord<byte[], byte[]> back = first(Topics.FOLLOW_PLANS);
        assertThat(new String(back.key(), StandardCharsets.UTF_8)).isEqualTo("did:plc:someone");
        assertThat(new String(back.value(), StandardCharsets.UTF_8)).isEqualTo("{\"broken");
        assertThat(back.headers().lastHeader("ce_type")).isNotNull();
        assertThat(back.headers().lastHeader("dead-letter-reason")).isNull();
        assertThat(deadLetters.redeliver(Topics.FOLLOW_PLANS, 10)).isZero();
        assertThat(deadLetters.waiting(10)).isEmpty();
    }

    @Test
    void redeliveryShouldBeRefusedWhenTheTopicHoldsState() {
        assertThatThrownBy(() -> deadLetters.redeliver(Topics.IDENTITIES, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("published anew");
    }

    private ConsumerRecord<byte[], byte[]> first(Topic topic) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.name(), number))
                    .toList());
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
