package org.essaim.bench.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.json.CloudEvent;

/**
 * Does with a body just what the gateway does with it (its {@code DirectoryUploadStore}): digest, file, force to the disk, rename,
 * then the event, acknowledged, before the answer. Without the gateway's sign-in and its own rows, which are not
 * archive-ingest's.
 */
final class Door implements AutoCloseable {

    private final Path directory;
    private final UploadKind kind;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final KafkaProducer<String, byte[]> producer;
    private final HttpServer server;

    Door(House house, UploadKind kind) throws IOException {
        this.directory = house.uploads();
        this.kind = kind;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", house.bootstrapServers(), "acks", "all", "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
        // Else the head of an answer waits for the other side's acknowledgement of what came before, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            UUID archive = UUID.randomUUID();
            Path part = directory.resolve(archive + ".part");
            MessageDigest digest = sha256();
            long size = write(part, exchange.getRequestBody(), digest);
            Files.move(part, directory.resolve(archive.toString()), StandardCopyOption.ATOMIC_MOVE);
            String member = exchange.getRequestURI().getPath().substring(1);
            tell(new ArchiveUploaded(
                    MemberId.of(member),
                    archive,
                    kind,
                    archive.toString(),
                    size,
                    HexFormat.of().formatHex(digest.digest()),
                    null,
                    Instant.now()));
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private static long write(Path part, InputStream body, MessageDigest digest) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        long size = 0;
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
                digest.update(chunk, 0, count);
                ByteBuffer out = ByteBuffer.wrap(chunk, 0, count);
                while (out.hasRemaining()) {
                    file.write(out);
                }
                size += count;
            }
            file.force(true);
        }
        return size;
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        producer.close();
    }
}
