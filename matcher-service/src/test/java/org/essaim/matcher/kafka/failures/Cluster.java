package org.essaim.matcher.kafka.failures;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.essaim.contracts.Topics;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.TemporaryDirectory;

/** Three Kafka nodes with three replicas of everything, of which two must have a record before it is acknowledged. */
final class Cluster implements AutoCloseable {

    static final int NODES = 3;

    private static final Duration GENEROUS = Duration.ofMinutes(2);

    private final Path data = TemporaryDirectory.create("failures");
    private final List<Integer> ports = freePorts();
    private final String voters = voters(freePorts());
    private final List<JavaProcess> nodes = new ArrayList<>();

    Cluster() {
        for (int node = 1; node <= NODES; node++) {
            nodes.add(launch(node));
        }
        await().atMost(GENEROUS).until(() -> ports.stream().allMatch(Cluster::listens));
        createTopics();
    }

    private static List<Integer> freePorts() {
        return IntStream.range(0, NODES).map(_ -> FreePort.find()).boxed().toList();
    }

    private static String voters(List<Integer> controllerPorts) {
        return IntStream.rangeClosed(1, NODES)
                .mapToObj(node -> node + "@127.0.0.1:" + controllerPorts.get(node - 1))
                .collect(Collectors.joining(","));
    }

    private JavaProcess launch(int node) {
        return JavaProcess.start(
                KafkaNode.class,
                data.resolve("node-" + node + ".log"),
                Integer.toString(node),
                Integer.toString(ports.get(node - 1)),
                voters,
                data.resolve("node-" + node).toString());
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            List<NewTopic> topics = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) NODES))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        awaitInSync();
    }

    /** Waits until every replica of every partition has everything: only then one node may go without loss of service. */
    void awaitInSync() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            List<String> names =
                    Topics.all().stream().map(topic -> topic.name()).toList();
            await().atMost(GENEROUS).until(() -> inSync(admin, names));
        }
    }

    private static boolean inSync(Admin admin, List<String> names) throws InterruptedException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .map(TopicDescription::partitions)
                    .flatMap(List::stream)
                    .allMatch(partition ->
                            partition.leader() != null && partition.isr().size() == NODES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Kills a node in the middle of its work, starts it again, and waits until nothing is missing. */
    void killAndRestart(int node) {
        nodes.get(node - 1).kill();
        nodes.set(node - 1, launch(node));
        awaitInSync();
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        nodes.forEach(JavaProcess::close);
        TemporaryDirectory.delete(data);
    }
}
