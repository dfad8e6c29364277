package org.essaim.local.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.essaim.local.MisuseException;

/**
 * How the demo runs.
 *
 * @param keep whether the house stays up when the demo has ended
 * @param kill the service that is killed in the middle of its work
 */
public record DemoOptions(boolean keep, Optional<String> kill) {

    private static final List<String> SERVICES =
            List.of("archive-ingest", "matcher-service", "follow-executor", "gateway");

    /**
     * Reads the options of the command.
     *
     * @throws MisuseException when one is unknown; the message says which are known
     */
    public static DemoOptions of(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        boolean keep = false;
        Optional<String> kill = Optional.empty();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--keep" -> keep = true;
                case "--kill" -> kill = Optional.of(service(rest.poll()));
                default -> throw new MisuseException("demo knows --keep and --kill SERVICE, not " + word);
            }
        }
        return new DemoOptions(keep, kill);
    }

    private static String service(String name) {
        if (name == null || !SERVICES.contains(name)) {
            throw new MisuseException("--kill takes one of " + String.join(", ", SERVICES));
        }
        return name;
    }
}
