package org.essaim.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.essaim.testing.kafka.KafkaMain;
import org.essaim.testing.postgres.PostgresMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    private static final Map<String, String> DATABASES = Map.of(PostgresMain.DATABASES, "swarm:swarm:honey");

    @TempDir
    private Path data;

    @Test
    void kafkaShouldTellWhenReadyAndStopOnSigterm() throws Exception {
        int port = FreePort.find();
        Process kafka = start(KafkaMain.class, port, Map.of());
        assertThat(firstLine(kafka)).isEqualTo("Kafka is ready on 127.0.0.1:" + port);
        kafka.destroy();
        kafka.onExit().get();
        assertThat(data.resolve("meta.properties")).exists();
    }

    @Test
    void postgresShouldStopWhenItsInputEnds() throws Exception {
        int port = FreePort.find();
        Process postgres = start(PostgresMain.class, port, DATABASES);
        assertThat(firstLine(postgres)).isEqualTo("PostgreSQL is ready on 127.0.0.1:" + port);
        postgres.getOutputStream().close();
        assertThat(postgres.onExit().get().exitValue()).isZero();
        assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void postgresShouldStartAgainWhenItsProcessWasKilled() throws Exception {
        int port = FreePort.find();
        Process killed = start(PostgresMain.class, port, DATABASES);
        assertThat(firstLine(killed)).isNotNull();
        killed.destroyForcibly();
        killed.onExit().get();
        Process second = start(PostgresMain.class, port, DATABASES);
        assertThat(firstLine(second)).isEqualTo("PostgreSQL is ready on 127.0.0.1:" + port);
        second.destroy();
        second.onExit().get();
    }

    private Process start(Class<?> main, int port, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        Integer.toString(port),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        builder.environment().put(ChildProcess.STOP_WITH_INPUT, "true");
        return builder.start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return output.readLine();
    }
}
