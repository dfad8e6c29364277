package org.essaim.testing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on 127.0.0.1 alone, one virtual thread a request. */
public final class LoopbackServer implements AutoCloseable {

    static {
        // Read once by the JDK's server: without it every kept-alive answer waits 40 ms for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Function<WebRequest, WebResponse> handler;

    private LoopbackServer(HttpServer server, Function<WebRequest, WebResponse> handler) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.handler = handler;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException when the port is taken
     */
    public static LoopbackServer start(int port, Function<WebRequest, WebResponse> handler) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            LoopbackServer started =
                    new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), handler);
            started.server.setExecutor(started.threads);
            started.server.createContext("/", started::serve);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " on 127.0.0.1 cannot be listened on", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            WebRequest request = WebRequest.of(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    exchange.getRemoteAddress().getAddress().getHostAddress());
            WebResponse response = handler.apply(request);
            if (!response.isDropped()) {
                send(exchange, response);
            }
        }
    }

    private static void send(HttpExchange exchange, WebResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = response.body().getBytes(UTF_8);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
