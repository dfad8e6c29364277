package org.essaim.testing.containers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker on Docker; Testcontainers removes it when the JVM ends. */
public final class KafkaInContainer {

    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.1.1");

    private KafkaInContainer() {}

    /** Starts the broker and answers with its bootstrap servers. */
    public static String start() {
        KafkaContainer container = new KafkaContainer(IMAGE);
        container.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(4 * 1024 * 1024));
        container.start();
        return container.getBootstrapServers();
    }
}
