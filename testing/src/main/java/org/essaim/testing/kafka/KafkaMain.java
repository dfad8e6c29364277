package org.essaim.testing.kafka;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.essaim.testing.servers.ChildProcess;

/**
 * Kafka as a process of its own.
 *
 * <p>Arguments: port on 127.0.0.1, data directory (created when missing, kept). Prints {@code Kafka is ready on 127.0.0.1:PORT}
 * once it serves; stops orderly on SIGTERM, and on the end of standard input when {@link ChildProcess#STOP_WITH_INPUT} is set.
 * 256 MB of heap are enough ({@code -Xmx256m -XX:+UseSerialGC}). Topics are not created here: the services do that.
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: KafkaMain PORT DATA_DIRECTORY");
        }
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // Unless it is told a level, the broker formats each of its traces and then throws them away.
        Logger.getLogger("").setLevel(Level.INFO);
        KafkaServer server = KafkaServer.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        ChildProcess.run("Kafka is ready on " + server.bootstrapServers(), server);
    }
}
