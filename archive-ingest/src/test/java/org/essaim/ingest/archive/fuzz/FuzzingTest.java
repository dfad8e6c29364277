package org.essaim.ingest.archive.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jazzer looks for inputs that fail, hang or fill a heap of 128 MB, beginning with those kept in {@code src/test/fuzz}; it keeps what
 * reaches new code in {@code target/fuzz}. A few seconds in the build; for twenty minutes, with four hundred seconds for each target:
 *
 * <pre>./mvnw -pl archive-ingest -am test -Dtest=FuzzingTest -Dsurefire.failIfNoSpecifiedTests=false -Dessaim.fuzz.seconds=400</pre>
 *
 * <p>What it finds stands in {@code target/fuzz/TARGET-crash-*} and becomes a test of {@code FoundByFuzzingTest}.
 */
class FuzzingTest {

    private static final Path KEPT = Path.of("src", "test", "fuzz");
    private static final Pattern NEEDED = Pattern.compile(
            "classes/?$|[/\\\\](?:contracts|jackson-[a-z0-9]+|jackson-datatype-jsr310|jspecify|jazzer(?:-api)?)-[0-9]");

    @ParameterizedTest
    @ValueSource(classes = {FuzzedZip.class, FuzzedPart.class, FuzzedExtract.class})
    void nothingShouldBeFoundThatFails(Class<?> target) throws IOException, InterruptedException {
        Path output = Files.createDirectories(Path.of("target", "fuzz"));
        Path found = Files.createDirectories(output.resolve(target.getSimpleName()));
        Path log = output.resolve(target.getSimpleName() + ".log");

        Process fuzzer = new ProcessBuilder(command(target, found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status;
        try {
            status = fuzzer.waitFor();
        } finally {
            fuzzer.destroyForcibly();
        }

        assertThat(status).as(() -> "see " + log).isZero();
        assertThat(log).content().contains("DONE");
    }

    private static List<String> command(Class<?> target, Path found) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.essaim.ingest.archive.**",
                "--reproducer_path=target/fuzz",
                "-max_total_time=" + Integer.getInteger("essaim.fuzz.seconds", 5),
                "-timeout=120",
                // The heap is limited; libFuzzer would count the memory of the process that started it.
                "-rss_limit_mb=0",
                "-max_len=4096",
                "-dict=" + KEPT.resolve("words.dict"),
                "-artifact_prefix=target/fuzz/" + target.getSimpleName() + "-",
                found.toString(),
                KEPT.resolve(target.getSimpleName()).toString());
    }

    /** What the reader needs, and Jazzer, which looks through every class on it before it begins. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(all)
                .filter(entry -> NEEDED.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
