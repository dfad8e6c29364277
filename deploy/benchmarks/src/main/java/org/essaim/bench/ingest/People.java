package org.essaim.bench.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who upload: so many at once, each on a connection that is kept, one body after another. Plain sockets, because what the
 * client costs is measured with the rest.
 */
final class People {

    private static final int AT_ONCE = 32;

    private final int port;

    People(int port) {
        this.port = port;
    }

    /** Sends the bodies of these numbers, each as a member of its own; returns when all are taken in. */
    void send(Path corpus, int from, int to) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        List<Future<Void>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                senders.add(threads.submit(() -> {
                    sendAll(corpus, next, to);
                    return null;
                }));
            }
        }
        for (Future<Void> sender : senders) {
            try {
                sender.get();
            } catch (ExecutionException e) {
                throw new IOException("not every body was taken in", e);
            }
        }
    }

    private void sendAll(Path corpus, AtomicInteger next, int to) throws IOException {
        try (SocketChannel connection = connect()) {
            for (int member = next.getAndIncrement(); member < to; member = next.getAndIncrement()) {
                put(connection, UUID.randomUUID(), corpus.resolve(Integer.toString(member)));
            }
        }
    }

    /** Sends one body as this member's. */
    void send(UUID member, Path body) throws IOException {
        try (SocketChannel connection = connect()) {
            put(connection, member, body);
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel connection = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return connection;
    }

    private static void put(SocketChannel connection, UUID member, Path body) throws IOException {
        try (FileChannel file = FileChannel.open(body, StandardOpenOption.READ)) {
            long size = file.size();
            String head = "PUT /" + member + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + size + "\r\n\r\n";
            ByteBuffer bytes = ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                connection.write(bytes);
            }
            for (long sent = 0; sent < size; ) {
                sent += file.transferTo(sent, size - sent, connection);
            }
        }
        String answer = answer(connection);
        if (!answer.startsWith("HTTP/1.1 202 ")) {
            throw new IOException(
                    "the upload was answered " + answer.lines().findFirst().orElse("not at all"));
        }
    }

    /** The head of an answer, which has no body. */
    private static String answer(SocketChannel connection) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.allocate(512);
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            if (connection.read(bytes.clear()) < 0) {
                throw new IOException("the connection ended before the answer");
            }
            head.write(bytes.array(), 0, bytes.position());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
