package org.essaim.bench.execute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.servers.ProjectRoot;

/** One process of the service, as it is built to run. */
final class Replica implements AutoCloseable {

    /** A JVM that starts beside builds takes its time; a run of hours must not end for that. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final int KILO = 1024;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI base;
    private final Path log;

    private Replica(Process process, URI base, Path log) {
        this.process = process;
        this.base = base;
        this.log = log;
    }

    static Replica launch(List<String> flags, Map<String, String> settings, Path log) {
        int port = FreePort.find();
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx320m", "-XX:+UseSerialGC"));
        command.addAll(flags);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-jar");
        command.add(ProjectRoot.find()
                .resolve("follow-executor/target/quarkus-app/quarkus-run.jar")
                .toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // Whoever ends the benchmark ends its replicas.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Replica(process, URI.create("http://127.0.0.1:" + port), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it takes requests. */
    Replica ready() {
        Waiting.until(START, this::isReady);
        return this;
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service did not start: " + tail(log));
        }
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum of every line of a metric whose line has these words. */
    double metric(String name, String words) {
        try {
            String page = HTTP.send(
                            HttpRequest.newBuilder(base.resolve("/q/metrics")).build(), BodyHandlers.ofString())
                    .body();
            return page.lines()
                    .filter(line -> line.startsWith(name) && line.contains(words))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that the process really holds, in bytes. */
    long resident() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("[^0-9]", ""))
                            .mapToLong(Long::parseLong)
                            .sum()
                    * KILO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a machine that loses its power. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As an operator stops it; waits for what the JVM writes at its end. */
    void stop() {
        process.destroy();
        Waiting.until(START, () -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }
}
