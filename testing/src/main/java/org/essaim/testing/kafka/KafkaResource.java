package org.essaim.testing.kafka;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.containers.Containers;
import org.essaim.testing.containers.KafkaInContainer;
import org.essaim.testing.servers.JvmShared;
import org.essaim.testing.servers.QuietLogs;

/**
 * Gives Quarkus tests a broker with every topic of the contracts: sets {@code kafka.bootstrap.servers}. One broker serves all
 * tests of the JVM, so tests use keys of their own and never count what a topic holds.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new LinkedHashMap<>(QuietLogs.quarkusConfig());
        config.put("kafka.bootstrap.servers", sharedBootstrapServers());
        return config;
    }

    /** The JVM's broker, for tests without Quarkus; started with its topics at the first call. */
    public static String sharedBootstrapServers() {
        return JvmShared.once("kafka", () -> {
            String bootstrapServers = Containers.chosen().start(KafkaResource::startEmbedded, KafkaInContainer::start);
            EssaimTopics.create(bootstrapServers);
            return bootstrapServers;
        });
    }

    private static String startEmbedded() {
        KafkaServer server = KafkaServer.startTemporary();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-kafka"));
        return server.bootstrapServers();
    }

    /** Nothing: the broker lives as long as the JVM. */
    @Override
    public void stop() {}
}
