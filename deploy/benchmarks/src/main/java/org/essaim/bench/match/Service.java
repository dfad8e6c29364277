package org.essaim.bench.match;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.bench.Child;
import org.essaim.bench.Waiting;

/** The packaged matcher-service as a process of its own, asked over HTTP as an operator would. */
final class Service implements AutoCloseable {

    private static final String JAR = "matcher-service/target/quarkus-app/quarkus-run.jar";
    private static final Pattern LAG = Pattern.compile("\"lag\":\\{\"lists\":(\\d+),\"identities\":(\\d+)}");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final URI base;
    private Child child;

    private Service(List<String> command, Map<String, String> environment, Path log, int port) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.base = URI.create("http://127.0.0.1:" + port);
        this.child = Child.start(command, environment, log);
    }

    /** Starts it and waits until it is ready. */
    static Service start(String bootstrapServers, int port, Options options, Path log) {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(options.serviceFlags());
        command.addAll(List.of("-jar", JAR));
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "ESSAIM_MATCHER_INSTANCE_ID",
                "bench",
                "ESSAIM_MATCHER_LOOPS",
                Integer.toString(options.loops()));
        Service service = new Service(command, environment, log, port);
        service.awaitReady();
        return service;
    }

    private void awaitReady() {
        Waiting.until("matcher ready", () -> {
            Waiting.pause(100);
            return answer("/q/health/ready").contains("\"status\": \"UP\"");
        });
    }

    /** Ends it in order or kills it, starts it again, and gives the seconds from the end's beginning until it is ready. */
    double restart(boolean kill) {
        long begun = System.nanoTime();
        if (kill) {
            child.kill();
        } else {
            child.stop();
        }
        child.close();
        child = Child.start(command, environment, log);
        awaitReady();
        return Waiting.secondsSince(begun);
    }

    double cpuSeconds() {
        return child.cpuSeconds();
    }

    long residentBytes() {
        return child.residentBytes();
    }

    /** Whether everything that was sent is read; the numbers are up to a quarter of a second old. */
    boolean caughtUp() {
        Matcher lag = LAG.matcher(answer("/api/status"));
        return lag.find() && lag.group(1).equals("0") && lag.group(2).equals("0");
    }

    String status() {
        return answer("/api/status");
    }

    private String answer(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            if (!child.alive()) {
                throw new IllegalStateException("the matcher ended; its log is " + log, e);
            }
            return "";
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    @Override
    public void close() {
        child.close();
        http.close();
    }
}
