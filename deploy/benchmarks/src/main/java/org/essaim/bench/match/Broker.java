package org.essaim.bench.match;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.essaim.bench.Child;
import org.essaim.bench.Waiting;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaMain;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.TemporaryDirectory;

/** One real broker as a process of its own, with all topics and nothing in them. */
final class Broker implements AutoCloseable {

    private static final List<Topic> BY_BUCKET = List.of(Topics.FOLLOW_LISTS, Topics.IDENTITIES, Topics.MATCHES);

    private final Path data = TemporaryDirectory.create("bench-kafka");
    private final int port = FreePort.find();
    private final Child child;

    Broker(Path log) {
        this.child = Child.start(
                List.of(
                        Child.java(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaMain.class.getName(),
                        Integer.toString(port),
                        data.toString()),
                Map.of(),
                log);
        Waiting.until("broker", this::listens);
        EssaimTopics.create(bootstrapServers());
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            if (!child.alive()) {
                throw new IllegalStateException("the broker ended", e);
            }
            return false;
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Deletes all records that are in the topics by bucket: compaction would come to it, but not at a known time. */
    void forgetRecords() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (Topic topic : BY_BUCKET) {
                for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
                    all.put(new TopicPartition(topic.name(), bucket), RecordsToDelete.beforeOffset(-1));
                }
            }
            // A topic that is only compacted refuses deletion.
            setCleanup(admin, "compact,delete");
            admin.deleteRecords(all).all().get();
            setCleanup(admin, "compact");
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("records could not be deleted", e.getCause());
        }
    }

    private static void setCleanup(Admin admin, String policy) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic topic : BY_BUCKET) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    List.of(new AlterConfigOp(
                            new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, policy), AlterConfigOp.OpType.SET)));
        }
        admin.incrementalAlterConfigs(changes).all().get();
    }

    double cpuSeconds() {
        return child.cpuSeconds();
    }

    @Override
    public void close() {
        child.close();
        TemporaryDirectory.delete(data);
    }
}
