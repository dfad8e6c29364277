package org.essaim.matcher.kafka.failures;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.essaim.testing.servers.QuietLogs;

/** One of three nodes, broker and controller. Arguments: its number, its port, the voters, its data directory. */
public final class KafkaNode {

    private static final String CLUSTER = "essaim-failures-000000";
    private static final String CONTROLLER = "CONTROLLER";

    private KafkaNode() {}

    public static void main(String[] arguments) throws Exception {
        QuietLogs.apply();
        int node = Integer.parseInt(arguments[0]);
        Path data = Path.of(arguments[3]);
        format(node, data);
        Properties config = config(node, arguments[1], arguments[2], data);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(config, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(int node, Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(node)
                .setClusterId(CLUSTER)
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setControllerListenerName(CONTROLLER)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Properties config(int node, String port, String voters, Path data) {
        String controller = voters.split(",", -1)[node - 1].split("@", -1)[1];
        Properties config = new Properties();
        config.setProperty("process.roles", "broker,controller");
        config.setProperty("node.id", Integer.toString(node));
        config.setProperty("controller.quorum.voters", voters);
        config.setProperty("controller.listener.names", CONTROLLER);
        config.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://" + controller);
        config.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        config.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        config.setProperty("log.dirs", data.toString());
        config.setProperty("auto.create.topics.enable", "false");
        config.setProperty("message.max.bytes", Integer.toString(4 * 1024 * 1024));
        config.setProperty("log.index.size.max.bytes", Integer.toString(512 * 1024));
        config.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        config.setProperty("num.network.threads", "2");
        config.setProperty("num.io.threads", "2");
        config.setProperty("num.replica.fetchers", "1");
        config.setProperty("broker.session.timeout.ms", "3000");
        config.setProperty("broker.heartbeat.interval.ms", "500");
        config.setProperty("offsets.topic.replication.factor", "3");
        config.setProperty("offsets.topic.num.partitions", "2");
        config.setProperty("default.replication.factor", "3");
        config.setProperty("min.insync.replicas", "2");
        config.setProperty("group.initial.rebalance.delay.ms", "0");
        config.setProperty("group.min.session.timeout.ms", "2000");
        return config;
    }
}
