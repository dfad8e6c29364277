package org.essaim.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, for the person who must understand why a child died. */
public final class LogTail {

    private static final int LOOK_BACK = 32 * 1024;

    private LogTail() {}

    /** At most {@code lines} lines from the end; a line saying so when the log cannot be read. */
    public static List<String> of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            byte[] end = new byte[(int) Math.min(length, LOOK_BACK)];
            file.seek(length - end.length);
            file.readFully(end);
            List<String> all =
                    new String(end, StandardCharsets.UTF_8).strip().lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                    .map(LogLine::readable)
                    .toList();
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e.getMessage() + ")");
        }
    }
}
