package org.essaim.platform.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;

/**
 * Makes the topics of the contracts at start-up where {@code essaim.topics.create} says so (one machine, tests), and gives those of an
 * earlier version the settings that the contracts have now; on
 * Kubernetes the operator's resources make them. A topic with another number of partitions stops the service: keys would
 * meet in the wrong place.
 */
@ApplicationScoped
public class TopicAdmin {

    private static final int MOST_LOOKS = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Map<String, Object> broker;
    private final boolean create;
    private final Optional<Short> replication;

    public TopicAdmin(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "essaim.topics.create", defaultValue = "false") boolean create,
            @ConfigProperty(name = "essaim.topics.replication") Optional<Short> replication) {
        this.broker = broker;
        this.create = create;
        this.replication = replication;
    }

    void ensure(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event)
            throws ExecutionException, InterruptedException {
        if (create) {
            try (Admin admin = Admin.create(broker)) {
                ensure(admin, Topics.all(), replication);
            }
        }
    }

    /** Makes what is missing, gives the rest its settings, and refuses what is there with other partitions. */
    static void ensure(Admin admin, List<Topic> topics, Optional<Short> replication)
            throws ExecutionException, InterruptedException {
        for (Topic topic : topics) {
            NewTopic wanted =
                    new NewTopic(topic.name(), Optional.of(topic.partitions()), replication).configs(topic.config());
            try {
                admin.createTopics(List.of(wanted)).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                refuseOtherPartitions(admin, topic);
                give(admin, topic);
            }
        }
    }

    private static void refuseOtherPartitions(Admin admin, Topic topic)
            throws ExecutionException, InterruptedException {
        TopicDescription found = describe(admin, topic.name());
        if (found.partitions().size() != topic.partitions()) {
            throw new IllegalStateException("topic " + topic.name() + " has "
                    + found.partitions().size() + " partitions, its contract says " + topic.partitions()
                    + ": give it back its partitions or move to a new version of the topic");
        }
    }

    private static void give(Admin admin, Topic topic) throws ExecutionException, InterruptedException {
        List<AlterConfigOp> settings = topic.config().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings))
                .all()
                .get();
    }

    /** Another service may have made the topic this very moment, and the broker may not have heard of it yet. */
    private static TopicDescription describe(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == MOST_LOOKS) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
