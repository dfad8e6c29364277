package org.essaim.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.essaim.contracts.Topics;
import org.essaim.testing.kafka.KafkaServer;
import org.junit.jupiter.api.Test;

/** Topics that an earlier version made. */
class TopicAdminIT {

    @Test
    void topicShouldGetTheSettingsOfItsContractAndKeepItsPartitions() throws ExecutionException, InterruptedException {
        try (KafkaServer kafka = KafkaServer.startTemporary();
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            String name = Topics.FOLLOW_PLANS.name();
            admin.createTopics(List.of(new NewTopic(name, Optional.of(8), Optional.empty())
                            .configs(Map.of("retention.ms", "1209600000"))))
                    .all()
                    .get();

            TopicAdmin.ensure(admin, List.of(Topics.FOLLOW_PLANS), Optional.empty());

            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
            // The broker that is asked hears of the change a moment after the controller made it.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(admin.describeConfigs(List.of(topic))
                                    .all()
                                    .get()
                                    .get(topic)
                                    .get("retention.ms")
                                    .value())
                            .isEqualTo(Topics.FOLLOW_PLANS.config().get("retention.ms")));
            admin.createTopics(List.of(new NewTopic(Topics.GRANTS.name(), Optional.of(3), Optional.empty())))
                    .all()
                    .get();
            assertThatThrownBy(() -> TopicAdmin.ensure(admin, List.of(Topics.GRANTS), Optional.empty()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
