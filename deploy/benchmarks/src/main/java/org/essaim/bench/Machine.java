package org.essaim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine under measurement, in a line. */
public final class Machine {

    private Machine() {}

    public static String describe() {
        try {
            String memory =
                    Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
            return Runtime.getRuntime().availableProcessors() + " cores, " + Long.parseLong(memory) / (1024 * 1024)
                    + " GB, Java " + Runtime.version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
