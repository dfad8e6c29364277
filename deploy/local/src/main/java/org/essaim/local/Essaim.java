package org.essaim.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.essaim.local.console.Progress;
import org.essaim.local.demo.Demo;
import org.essaim.local.demo.DemoOptions;
import org.essaim.local.files.FolderInUseException;
import org.essaim.local.files.Template;
import org.essaim.local.house.PreparedStores;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.Ports;
import org.essaim.local.process.LaunchFailedException;

/** The program behind {@code ./essaim up} and {@code ./essaim demo}. Runs in the root of the checkout. */
public final class Essaim {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int CANNOT_START = 3;

    private Essaim() {}

    /**
     * Runs the command. Exit status 0: it did what it should; 1: it did not; 2: it was not understood; 3: this machine
     * cannot run it now.
     *
     * @param arguments the command, {@code up} or {@code demo}, and its options
     */
    public static void main(String[] arguments) {
        Progress progress = new Progress(System.out, Boolean.getBoolean("essaim.live"));
        System.exit(run(List.of(arguments), progress));
    }

    private static int run(List<String> arguments, Progress progress) {
        Path root = Path.of("").toAbsolutePath();
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "up" -> new Up(root, progress).run();
                case "demo" -> demo(root, progress, DemoOptions.of(arguments.subList(1, arguments.size())));
                default -> throw new MisuseException("the launcher knows up and demo");
            };
        } catch (MisuseException e) {
            return complain(MISUSED, e.getMessage());
        } catch (FolderInUseException | PortsTakenException e) {
            return complain(CANNOT_START, e.getMessage());
        } catch (LaunchFailedException e) {
            return complain(FAILED, e.getMessage(), e.lastLines());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            return complain(FAILED, String.valueOf(e), trace(e));
        }
    }

    private static int demo(Path root, Progress progress, DemoOptions options) throws Exception {
        Ports ports = Launch.chosenPorts();
        Template stores = PreparedStores.template(root, ports);
        Launch launch =
                Launch.prepare(root, "demo", Beginning.anew(stores), ports, EnumSet.allOf(Port.class), progress);
        return new Demo(launch, stores, progress, options).run();
    }

    private static int complain(int status, String message) {
        return complain(status, message, List.of());
    }

    private static int complain(int status, String message, List<String> lines) {
        System.err.println();
        System.err.println("essaim: " + message);
        lines.forEach(line -> System.err.println("  | " + line));
        return status;
    }

    private static List<String> trace(Exception e) {
        return Arrays.stream(e.getStackTrace())
                .limit(12)
                .map(StackTraceElement::toString)
                .toList();
    }
}
