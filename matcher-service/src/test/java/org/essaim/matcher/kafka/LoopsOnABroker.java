package org.essaim.matcher.kafka;

import org.essaim.matcher.Person;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A broker for each class of tests, and a scene for each test: nobody else may publish under their keys. */
abstract class LoopsOnABroker {

    static Broker broker;

    private static KafkaServer server;

    LoopsScene scene;
    Person ana;
    Person bea;

    @BeforeAll
    static void startBroker() {
        server = KafkaServer.startTemporary();
        EssaimTopics.create(server.bootstrapServers());
        broker = new Broker(server.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
        server.close();
    }

    @BeforeEach
    void begin() {
        scene = new LoopsScene(broker);
        ana = scene.ana();
        bea = scene.bea();
    }

    @AfterEach
    void stopInstances() {
        scene.close();
    }
}
