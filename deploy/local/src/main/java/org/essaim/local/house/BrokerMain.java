package org.essaim.local.house;

import java.nio.file.Path;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaServer;
import org.essaim.testing.servers.ChildProcess;

/**
 * Kafka with every topic of the house. Services that start at the same moment would all find the topics missing and make
 * them; here they are there before the first service asks.
 */
final class BrokerMain {

    /** What it says when services may come. */
    static final String READY = "Kafka has its topics on";

    private BrokerMain() {}

    /** Arguments: port on 127.0.0.1, data folder. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        KafkaServer server = KafkaServer.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        EssaimTopics.create(server.bootstrapServers());
        ChildProcess.run(READY + " " + server.bootstrapServers(), server);
    }
}
