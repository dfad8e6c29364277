package org.essaim.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that is killed leaves nothing behind: a JVM of its own is killed here, as {@code kill -9} would. */
class KilledLauncherTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void childrenShouldEndWhenTheLauncherIsKilled() throws Exception {
        Process launcher = start(List.of());
        try {
            List<ProcessHandle> family = family(launcher);

            launcher.destroyForcibly().waitFor();

            await().atMost(LIMIT).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            launcher.destroyForcibly();
        }
    }

    /** As {@code timeout} and init systems do: the guards are asked to stop beside the launcher. */
    @Test
    void childrenShouldEndWhenTheWholeGroupIsAskedToStop() throws Exception {
        Process launcher = start(List.of("setsid"));
        try {
            List<ProcessHandle> family = family(launcher);

            new ProcessBuilder("kill", "-s", "TERM", "--", "-" + launcher.pid())
                    .start()
                    .waitFor();

            await().atMost(LIMIT).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            launcher.destroyForcibly();
        }
    }

    private Process start(List<String> prefix) throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                LauncherOfSleepers.class.getName(),
                folder.toString()));
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The guards and the children, once the children are ready. */
    private static List<ProcessHandle> family(Process launcher) throws IOException {
        BufferedReader said = launcher.inputReader(StandardCharsets.US_ASCII);
        List<Long> children = List.of(Long.valueOf(said.readLine()), Long.valueOf(said.readLine()));
        List<ProcessHandle> family = launcher.descendants().toList();
        assertThat(family).extracting(ProcessHandle::pid).containsAll(children);
        return family;
    }
}
