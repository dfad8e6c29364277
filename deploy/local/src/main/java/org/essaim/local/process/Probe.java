package org.essaim.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/** Asks one child, once, whether it is ready. */
final class Probe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Any trouble in asking means not yet: a child that starts refuses connections first. */
    boolean isReady(Readiness readiness, Child child) throws InterruptedException {
        return switch (readiness) {
            case Readiness.Answers answers -> answers(answers.address());
            case Readiness.Listens listens -> listens(listens.port());
            case Readiness.Says says -> says(child, says.text());
        };
    }

    private boolean answers(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean says(Child child, String text) {
        try (InputStream log = Files.newInputStream(child.log())) {
            log.skipNBytes(child.logStart());
            return new String(log.readAllBytes(), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
