package org.essaim.bench.match;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaMain;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.TemporaryDirectory;

/** One real broker as a process of its own, with all topics and nothing in them. */
final class Broker implements AutoCloseable {

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

    double cpuSeconds() {
        return child.cpuSeconds();
    }

    @Override
    public void close() {
        child.close();
        TemporaryDirectory.delete(data);
    }
}
