package org.essaim.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The command {@code ./essaim}, running as a process; what it says is kept, and shown in the test's own output. */
final class EssaimCommand implements AutoCloseable {

    /** The checkout that the tests run in. */
    static final Path ROOT =
            Path.of(System.getProperty("essaim.root", "../..")).toAbsolutePath().normalize();

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private EssaimCommand(Process process) {
        this.process = process;
    }

    /**
     * Starts it; the build that runs the tests has built everything, so it builds nothing.
     *
     * @param data where it keeps its data
     */
    static EssaimCommand start(Path data, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(ROOT.resolve("essaim").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ESSAIM_BUILT", "true");
        builder.environment().put("ESSAIM_DATA", data.toString());
        EssaimCommand command = new EssaimCommand(builder.start());
        Thread.ofVirtual().name("essaim-output").start(command::listen);
        return command;
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(line -> {
                System.out.println(line);
                said.add(line);
            });
        } catch (IOException | UncheckedIOException closed) {
            said.add("(its output ended: " + closed.getMessage() + ")");
        }
    }

    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    boolean hasSaid(String text) {
        return said.stream().anyMatch(line -> line.contains(text));
    }

    /** The rest of the first line that begins so, spaces aside; empty when it has said no such line. */
    Optional<String> saidAfter(String label) {
        return said.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())
                .findFirst();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The launcher itself: the command hands its process over to it. */
    ProcessHandle launcher() {
        return process.toHandle();
    }

    /** Asks it to stop, as Ctrl-C does, and waits until it has. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
