package org.essaim.executor.service.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server whose sockets misbehave, each in the manner that its path names. */
public final class BadServer implements AutoCloseable {

    private static final int STALL_SECONDS = 60;

    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What it does once the request is there. */
    public enum Manner {
        RESET,
        HALF_BODY,
        STALL
    }

    public BadServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("bad-server").start(this::accept);
    }

    public URI uri(Manner manner) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"
                + manner.name().toLowerCase(Locale.ROOT));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> misbehave(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void misbehave(Socket caller) {
        try (caller) {
            byte[] head = new byte[4096];
            InputStream in = caller.getInputStream();
            int read = in.read(head);
            switch (mannerOf(new String(head, 0, Math.max(read, 0), US_ASCII))) {
                case RESET -> caller.setSoLinger(true, 0);
                case HALF_BODY ->
                    caller.getOutputStream()
                            .write(
                                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"commit\":"
                                            .getBytes(US_ASCII));
                case STALL -> closed.await(STALL_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            // The caller went away first, as it should from a server like this.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Manner mannerOf(String request) {
        String path = request.split(" ", 3)[1];
        return Manner.valueOf(path.substring(1).toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
