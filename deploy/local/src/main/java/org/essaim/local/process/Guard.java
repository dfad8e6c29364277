package org.essaim.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts children that cannot outlive the launcher: each runs under a small shell script that watches a pipe which only the
 * launcher holds. The kernel closes the pipe whatever ends the launcher, {@code kill -9} too, and the script then stops the
 * child.
 */
public final class Guard {

    private final Path script;
    private final Path logs;

    /**
     * Puts the script into {@code folder} and keeps the logs of the children in {@code folder/logs}; those of the launch
     * before are moved to {@code folder/logs/previous}.
     */
    public Guard(Path folder) throws IOException {
        logs = Files.createDirectories(folder.resolve("logs"));
        keepPrevious();
        script = folder.resolve("guard.sh");
        try (InputStream source = Guard.class.getResourceAsStream("guard.sh")) {
            if (source == null) {
                throw new IOException("guard.sh is not on the class path");
            }
            Files.write(script, source.readAllBytes());
        }
    }

    /** Where the output of the child of this name goes. */
    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** Starts the child; its output is added to its log. */
    Child start(ChildPlan plan) throws IOException {
        Path log = ownLog(plan.name());
        long logStart = Files.size(log);
        List<String> words = new ArrayList<>(
                List.of("sh", script.toString(), Long.toString(plan.grace().toSeconds()), log.toString()));
        words.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(plan.directory().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.putAll(plan.environment());
        Process guard = builder.start();
        return new Child(plan.name(), guard, pid(guard, plan.name()), log, logStart);
    }

    private void keepPrevious() throws IOException {
        Path previous = Files.createDirectories(logs.resolve("previous"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(logs, "*.log")) {
            for (Path log : found) {
                Files.move(log, previous.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path ownLog(String name) throws IOException {
        Path log = log(name);
        Files.write(log, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
        return log;
    }

    private static long pid(Process guard, String name) throws IOException {
        try (BufferedReader said = guard.inputReader(StandardCharsets.US_ASCII)) {
            String line = said.readLine();
            if (line == null) {
                throw new IOException("the guard of " + name + " ended before it started anything");
            }
            return Long.parseLong(line.strip());
        }
    }
}
