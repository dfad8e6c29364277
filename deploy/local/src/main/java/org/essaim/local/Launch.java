package org.essaim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.essaim.local.console.Progress;
import org.essaim.local.files.DataFolder;
import org.essaim.local.files.FolderInUseException;
import org.essaim.local.files.Secrets;
import org.essaim.local.house.Setting;
import org.essaim.local.ports.Port;
import org.essaim.local.ports.PortClash;
import org.essaim.local.ports.Ports;
import org.essaim.local.process.Backoff;
import org.essaim.local.process.Guard;
import org.essaim.local.process.Supervisor;

/**
 * One launch of a house: its data folder is held, its ports were free, and whatever it starts is stopped when this JVM ends,
 * in order when it is asked to and by the guards when it is killed.
 */
public final class Launch {

    private static final String HOME = "ESSAIM_DATA";

    private final DataFolder folder;
    private final Setting setting;
    private final Supervisor supervisor;

    private Launch(DataFolder folder, Setting setting, Supervisor supervisor) {
        this.folder = folder;
        this.setting = setting;
        this.supervisor = supervisor;
    }

    /**
     * Makes everything ready to start children, and starts none.
     *
     * @param mode the folder under {@code .essaim}, or under the one that {@value #HOME} names, that the data lives in
     * @param wipe whether the data of the run before is thrown away
     * @throws FolderInUseException when another launcher runs on the same data
     * @throws PortsTakenException when something listens on one of {@code needed}
     * @throws MisuseException when the environment chooses impossible ports
     */
    public static Launch prepare(Path root, String mode, boolean wipe, Set<Port> needed, Progress progress)
            throws IOException, FolderInUseException, PortsTakenException {
        Ports ports = chosenPorts();
        DataFolder folder = DataFolder.open(home(root).resolve(mode));
        List<PortClash> clashes = ports.clashes(needed);
        if (!clashes.isEmpty()) {
            throw new PortsTakenException(clashes);
        }
        if (wipe) {
            folder.wipe();
        }
        Setting setting = new Setting(root, folder.path(), ports, Secrets.in(folder));
        Supervisor supervisor =
                new Supervisor(new Guard(folder.path()), Backoff.usual(), new AnnouncedEvents(progress));
        Launch launch = new Launch(folder, setting, supervisor);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launch.stop(progress), "stop"));
        return launch;
    }

    public Setting setting() {
        return setting;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    private void stop(Progress progress) {
        progress.step("stopping");
        supervisor.stop();
        progress.done("everything has ended");
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Path root) {
        String chosen = System.getenv(HOME);
        return root.resolve(chosen == null ? ".essaim" : chosen);
    }

    private static Ports chosenPorts() {
        try {
            return Ports.from(System.getenv());
        } catch (IllegalArgumentException e) {
            throw new MisuseException(e.getMessage());
        }
    }
}
