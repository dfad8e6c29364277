package org.essaim.testing.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.QuietLogs;
import org.essaim.testing.servers.TemporaryDirectory;

/** One broker and controller of Kafka in this JVM, bound to 127.0.0.1. Ready when {@code start} returns. */
public final class KafkaServer implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;
    private final Runnable afterStop;

    private KafkaServer(KafkaRaftServer server, int port, Runnable afterStop) {
        this.server = server;
        this.port = port;
        this.afterStop = afterStop;
    }

    /** Starts on a free port with data that goes when the server stops. */
    public static KafkaServer startTemporary() {
        Path data = TemporaryDirectory.create("kafka");
        return start(FreePort.find(), data, () -> TemporaryDirectory.delete(data));
    }

    /** Starts on {@code port} with the data found in {@code data}, which is created when missing and kept when the server stops. */
    public static KafkaServer start(int port, Path data) {
        return start(port, data, () -> {});
    }

    private static KafkaServer start(int port, Path data, Runnable afterStop) {
        QuietLogs.apply();
        format(data);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(config(port, FreePort.find(), data), false), Time.SYSTEM);
        server.startup();
        return new KafkaServer(server, port, afterStop);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        afterStop.run();
    }

    /** Gives a new data directory its cluster id; one that has it already is left as it is. */
    private static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka cannot use the data directory " + data, e);
        }
    }

    /** Sized for one machine: few threads, small buffers and indexes, no wait for further members of a group. */
    private static Properties config(int port, int controllerPort, Path data) {
        String listener = "PLAINTEXT://127.0.0.1:" + port;
        Properties config = new Properties();
        config.setProperty("process.roles", "broker,controller");
        config.setProperty("node.id", Integer.toString(NODE));
        config.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        config.setProperty("controller.listener.names", CONTROLLER);
        config.setProperty("listeners", listener + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        config.setProperty("advertised.listeners", listener);
        config.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        config.setProperty("log.dirs", data.toString());
        config.setProperty("auto.create.topics.enable", "false");
        config.setProperty("message.max.bytes", Integer.toString(4 * 1024 * 1024));
        config.setProperty("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
        config.setProperty("log.index.size.max.bytes", Integer.toString(512 * 1024));
        config.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        config.setProperty("num.network.threads", "2");
        config.setProperty("num.io.threads", "4");
        config.setProperty("background.threads", "4");
        config.setProperty("offsets.topic.replication.factor", "1");
        config.setProperty("offsets.topic.num.partitions", "4");
        config.setProperty("transaction.state.log.replication.factor", "1");
        config.setProperty("transaction.state.log.min.isr", "1");
        config.setProperty("transaction.state.log.num.partitions", "4");
        config.setProperty("share.coordinator.state.topic.replication.factor", "1");
        config.setProperty("share.coordinator.state.topic.min.isr", "1");
        config.setProperty("share.coordinator.state.topic.num.partitions", "1");
        config.setProperty("group.initial.rebalance.delay.ms", "0");
        return config;
    }
}
