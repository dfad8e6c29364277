package org.essaim.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.essaim.testing.kafka.KafkaMain;
import org.essaim.testing.postgres.PostgresMain;
import org.essaim.testing.servers.ChildProcess;
import org.essaim.testing.servers.FreePort;

/**
 * A real broker, a real PostgreSQL that forces every commit to the disk, and archive-ingest as it is shipped, each a process
 * of its own with the heap that the one-machine launcher gives it or a little more.
 */
final class House implements AutoCloseable {

    private static final String DATABASE = "essaim_ingest";
    private static final String PASSWORD = "benchmark";

    /** A JVM that writes a cache at its end takes its time. */
    private static final int STOP_SECONDS = 90;

    private final Path data;
    private final List<Process> processes = new ArrayList<>();
    private final int kafka = FreePort.find();
    private final int postgres = FreePort.find();
    private final int http = FreePort.find();

    private final List<String> flags;

    private House(Path data, List<String> flags) {
        this.data = data;
        this.flags = flags;
    }

    static House start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /** @param flags for the JVM of archive-ingest, beside those it always has */
    static House start(Path folder, List<String> flags) throws IOException {
        House house = new House(folder.resolve("house"), flags);
        house.deleteData();
        spread(Files.createDirectories(house.uploads()));
        try {
            house.startServers();
        } catch (IOException | RuntimeException e) {
            house.close();
            throw e;
        }
        return house;
    }

    /** What the README asks of an operator whose file system is ext4: its folders lie apart then, and not all in one place. */
    private static void spread(Path uploads) throws IOException {
        Process chattr = new ProcessBuilder("chattr", "+T", uploads.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (chattr.onExit().join().exitValue() != 0) {
            System.out.println(
                    "the folders of uploads lie where the file system puts them: it does not know chattr +T");
        }
    }

    private void startServers() throws IOException {
        String classPath = System.getProperty("java.class.path");
        start(
                "Kafka is ready",
                Map.of(),
                List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        KafkaMain.class.getName(),
                        "" + kafka,
                        at("kafka")));
        start(
                "PostgreSQL is ready",
                Map.of(PostgresMain.DATABASES, DATABASE + ":" + DATABASE + ":" + PASSWORD),
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        PostgresMain.class.getName(),
                        "" + postgres,
                        at("postgres")));
        startService();
    }

    /** Starts archive-ingest, again after a kill. */
    void startService() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC"));
        arguments.addAll(flags);
        arguments.addAll(List.of("-jar", packaged().toString()));
        start("Listening on", service(), arguments);
    }

    /** The service as it was built, wherever in the checkout this was started. */
    private static Path packaged() throws IOException {
        Path app = Path.of("archive-ingest", "target", "quarkus-app", "quarkus-run.jar");
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(app))) {
                return folder.resolve(app);
            }
        }
        throw new IOException("archive-ingest is not packaged: ./mvnw package");
    }

    /** Ends archive-ingest as a power cut would. */
    void killService() throws InterruptedException {
        Process service = processes.removeLast();
        service.destroyForcibly();
        service.waitFor();
    }

    private String at(String name) {
        return data.resolve(name).toString();
    }

    private Map<String, String> service() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_PORT", "" + http),
                Map.entry("QUARKUS_OIDC_TENANT_ENABLED", "false"),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", DATABASE),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", PASSWORD),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:" + postgres + "/" + DATABASE),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers()),
                Map.entry("ESSAIM_TOPICS_CREATE", "true"),
                Map.entry("ESSAIM_TOPICS_REPLICATION", "1"),
                Map.entry("ESSAIM_UPLOADS_DIRECTORY", uploads().toAbsolutePath().toString()),
                Map.entry("ESSAIM_INSTANCE", "bench"),
                Map.entry("ESSAIM_INGEST_KEYS", "bench:" + key),
                Map.entry("ESSAIM_ERASURES_SECRET", "a secret of the benchmark, long enough"));
    }

    /** Starts a JVM and waits for its word; what it says afterwards goes to a file. */
    private void start(String ready, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        Path log = data.resolve("log-" + processes.size());
        Files.deleteIfExists(log);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("CLASSPATH");
        builder.environment().put(ChildProcess.STOP_WITH_INPUT, "true");
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        while (!Files.readString(log).contains(ready)) {
            if (!process.isAlive()) {
                throw new IOException("a server did not start: " + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    Path uploads() {
        return data.resolve("uploads");
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres + "/" + DATABASE;
    }

    /** Seconds of processor time that each process has used, this one included. */
    Map<String, Double> processorSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("client and door", seconds(ProcessHandle.current()));
        seconds.put("broker", seconds(processes.get(0).toHandle()));
        seconds.put("database", databaseSeconds());
        seconds.put("archive-ingest", seconds(processes.get(2).toHandle()));
        return seconds;
    }

    private static double seconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** The server is nobody's child: its pid stands in its data. Connections that ended meanwhile are not counted. */
    private double databaseSeconds() {
        try (Stream<Path> files = Files.walk(data.resolve("postgres"), 3)) {
            Path pidFile = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no PostgreSQL runs"));
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow(() -> new IOException("no PostgreSQL runs"));
            return seconds(server)
                    + server.descendants().mapToDouble(House::seconds).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Process process : processes.reversed()) {
            process.destroy();
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
        deleteData();
    }

    private void deleteData() throws IOException {
        if (Files.notExists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
