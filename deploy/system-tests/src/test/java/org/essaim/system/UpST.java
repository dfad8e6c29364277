package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house for real use: what it keeps, what it refuses, what it leaves behind. Sends nothing to any real network. */
@Tag("slow")
class UpST {

    private static final Duration START = Duration.ofMinutes(5);

    @TempDir
    private Path data;

    @Test
    void secondUpShouldFindTheDataOfTheFirst() throws Exception {
        try (EssaimCommand first = start()) {
            first.stop();
        }
        Path cluster = data.resolve("up/postgres/cluster/PG_VERSION");
        Path kafka = data.resolve("up/kafka/meta.properties");
        FileTime made = Files.getLastModifiedTime(cluster);
        List<String> identity = Files.readAllLines(kafka);
        byte[] secrets = Files.readAllBytes(data.resolve("up/secrets"));

        try (EssaimCommand second = start()) {
            assertThat(Files.getLastModifiedTime(cluster)).isEqualTo(made);
            assertThat(Files.readAllLines(kafka)).containsAll(identity.subList(1, identity.size()));
            assertThat(Files.readAllBytes(data.resolve("up/secrets"))).isEqualTo(secrets);
        }
    }

    @Test
    void secondUpShouldBeRefusedWhileTheFirstRuns() throws Exception {
        try (EssaimCommand first = start();
                EssaimCommand second = EssaimCommand.start(data, "up")) {
            assertThat(second.awaitExit()).isEqualTo(3);
            assertThat(second.hasSaid("Essaim runs already on the data in " + data))
                    .isTrue();
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void nothingShouldBeLeftWhenTheLauncherIsKilled() throws Exception {
        try (EssaimCommand up = start()) {
            List<ProcessHandle> family = up.launcher().descendants().toList();
            assertThat(family).hasSizeGreaterThan(7);

            up.launcher().destroyForcibly();

            await().atMost(Duration.ofMinutes(2)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void upShouldExplainAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(8182);
                EssaimCommand up = EssaimCommand.start(data, "up")) {
            assertThat(up.awaitExit()).isEqualTo(3);
            assertThat(up.hasSaid("port " + taken.getLocalPort() + ", for matcher-service, is taken by java"))
                    .isTrue();
            assertThat(up.hasSaid("ESSAIM_PORT_MATCHER=NUMBER")).isTrue();
        }
    }

    private EssaimCommand start() throws Exception {
        EssaimCommand up = EssaimCommand.start(data, "up");
        await().atMost(START).until(() -> up.hasSaid("Ctrl-C stops it.") || !up.isAlive());
        assertThat(up.isAlive()).isTrue();
        return up;
    }
}
