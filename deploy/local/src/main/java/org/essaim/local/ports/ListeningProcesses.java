package org.essaim.local.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who listens on a port, as far as Linux's {@code /proc} tells this user. */
final class ListeningProcesses {

    private static final Path PROC = Path.of("/proc");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningProcesses() {}

    /** For example {@code java (process 4711)}; empty when nobody is seen, as for another user's process. */
    static Optional<String> on(int port) {
        Set<String> sockets = new HashSet<>();
        sockets.addAll(listening(PROC.resolve("net/tcp"), port));
        sockets.addAll(listening(PROC.resolve("net/tcp6"), port));
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> holdsOneOf(process.pid(), sockets))
                    .findFirst()
                    .map(ListeningProcesses::describe);
        }
    }

    private static Set<String> listening(Path table, int port) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        Set<String> sockets = new HashSet<>();
        for (String line : lines(table)) {
            List<String> columns = SPACES.splitAsStream(line.strip()).toList();
            if (columns.size() > INODE
                    && columns.get(LOCAL_ADDRESS).endsWith(ending)
                    && columns.get(STATE).equals(LISTENING)) {
                sockets.add("socket:[" + columns.get(INODE) + "]");
            }
        }
        return sockets;
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (Stream<Path> open = Files.list(PROC.resolve(pid + "/fd"))) {
            return open.anyMatch(file -> leadsToOneOf(file, sockets));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean leadsToOneOf(Path file, Set<String> sockets) {
        try {
            return sockets.contains(Files.readSymbolicLink(file).toString());
        } catch (IOException justClosed) {
            return false;
        }
    }

    private static String describe(ProcessHandle process) {
        String program = process.info()
                .command()
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("a program");
        return program + " (process " + process.pid() + ")";
    }
}
