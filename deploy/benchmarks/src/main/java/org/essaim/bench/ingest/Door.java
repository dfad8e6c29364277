package org.essaim.bench.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.json.CloudEvent;

/**
 * Does with a body just what the gateway does with it (its {@code DirectoryUploadStore}): digest, file, force to the disk, rename,
 * then the event, acknowledged, before the answer. Without the gateway's sign-in and its own rows, which are not
 * archive-ingest's, and with as little HTTP as carries a body: a thread for each connection.
 */
final class Door implements AutoCloseable {

    private final Path directory;
    private final UploadKind kind;
    private final KafkaProducer<String, byte[]> producer;
    private final ServerSocketChannel server;

    Door(House house, UploadKind kind) throws IOException {
        this.directory = house.uploads();
        this.kind = kind;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", house.bootstrapServers(), "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
        this.server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        Thread.ofPlatform().daemon().name("door").start(this::accept);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = server.accept();
                connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
                Thread.ofPlatform().daemon().name("door-desk").start(() -> serve(connection));
            }
        } catch (AsynchronousCloseException e) {
            System.out.println("the door is shut");
        } catch (IOException e) {
            System.out.println("the door broke: " + e);
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            DoorDesk desk = new DoorDesk(connection, directory, kind);
            while (desk.await()) {
                tell(desk.take());
                desk.answer();
            }
        } catch (IOException e) {
            System.out.println("an upload broke off: " + e);
        }
    }

    private void tell(ArchiveUploaded upload) throws IOException {
        CloudEvent event = CloudEvent.causedBy(upload.archive().toString(), "/essaim/gateway", Instant.now(), upload);
        ProducerRecord<String, byte[]> told = new ProducerRecord<>(
                Topics.ARCHIVE_UPLOADS.name(), upload.member().asString(), event.value());
        event.headers().forEach((name, value) -> told.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(told).get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        producer.close();
    }
}
