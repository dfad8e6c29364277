package org.essaim.local.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.essaim.local.process.Child;

/** How much memory processes take, as Linux counts it. */
public final class Memory {

    private static final Pattern PROPORTIONAL = Pattern.compile("^Pss:\\s+(\\d+) kB", Pattern.MULTILINE);

    private Memory() {}

    /**
     * Megabytes that a child and the processes it started hold in memory, a page shared by several counted once; 0 where
     * the system does not tell.
     */
    public static long megabytes(Child child) {
        long kilobytes = ProcessHandle.of(child.pid()).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> kilobytes(process.pid()))
                .sum();
        return kilobytes / 1024;
    }

    /** The same of this process alone, without its children. */
    public static long ownMegabytes() {
        return kilobytes(ProcessHandle.current().pid()) / 1024;
    }

    private static long kilobytes(long pid) {
        try {
            String rollup = Files.readString(Path.of("/proc/" + pid + "/smaps_rollup"), StandardCharsets.US_ASCII);
            Matcher found = PROPORTIONAL.matcher(rollup);
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException goneOrNotLinux) {
            return 0;
        }
    }
}
