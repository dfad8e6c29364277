package org.essaim.local.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for small JVMs on the launcher's own JDK and class path. */
final class Java {

    private static final Path PROGRAM = Path.of(System.getProperty("java.home"), "bin", "java");

    private Java() {}

    /** A main class of the launcher's class path, which children inherit as {@code CLASSPATH}. */
    static List<String> main(Class<?> main, int heapMegabytes, String... arguments) {
        List<String> words = small(heapMegabytes);
        words.add(main.getName());
        words.addAll(List.of(arguments));
        return words;
    }

    /** A packaged service. */
    static List<String> jar(Path jar, int heapMegabytes) {
        List<String> words = small(heapMegabytes);
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }

    /**
     * One machine carries a dozen JVMs, so none may spread: one collector thread, one compiler that starts fast, one malloc
     * arena's worth of slack.
     */
    private static List<String> small(int heapMegabytes) {
        return new ArrayList<>(List.of(
                PROGRAM.toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    }
}
