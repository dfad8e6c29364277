package org.essaim.testing.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A Keycloak that runs as child process of this JVM, serving when {@code start} returns. Its log is in its home. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final URI baseUrl;

    private KeycloakServer(Process process, URI baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /**
     * Starts Keycloak and waits until it serves.
     *
     * @throws IllegalStateException when it ends instead, with the last lines of its log
     */
    public static KeycloakServer start(KeycloakSettings settings) {
        try {
            KeycloakLaunch launch = KeycloakLaunch.prepare(settings);
            Path log = launch.folder().resolve("keycloak.log");
            ProcessBuilder builder = new ProcessBuilder(launch.command())
                    .directory(launch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(launch.environment());
            KeycloakServer server = new KeycloakServer(builder.start(), launch.baseUrl());
            server.awaitReady(launch.readiness(), log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak started", e);
        }
    }

    public URI baseUrl() {
        return baseUrl;
    }

    /** What tokens of the realm name as their issuer. */
    public URI issuer(String realm) {
        return baseUrl.resolve("/realms/" + realm);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitReady(URI readiness, Path log) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(readiness).build();
            Awaitility.await("Keycloak serves")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || answers(http, request));
        }
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(log);
            throw new IllegalStateException("Keycloak ended while starting:\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
        }
    }

    /** A refused connection is the normal answer of a server that is still starting. */
    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
