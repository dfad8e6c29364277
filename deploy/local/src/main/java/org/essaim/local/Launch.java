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
import org.essaim.local.process.ChildPlan;
import org.essaim.local.process.Guard;
import org.essaim.local.process.LaunchFailedException;
import org.essaim.local.process.Supervisor;

/**
 * One launch of a house: its data folder is held, its ports were free, and whatever it starts is stopped when this JVM ends,
 * in order when it is asked to and by the guards when it is killed.
 */
public final class Launch {

    private static final String HOME = "ESSAIM_DATA";

    private final DataFolder folder;
    private final Setting setting;
    private final Guard guard;
    private final Progress progress;
    private final Supervisor supervisor;

    private Launch(DataFolder folder, Setting setting, Guard guard, Progress progress) {
        this.folder = folder;
        this.setting = setting;
        this.guard = guard;
        this.progress = progress;
        this.supervisor = newSupervisor();
    }

    /**
     * Makes everything ready to start children, and starts none.
     *
     * @param mode the folder under {@code .essaim}, or under the one that {@value #HOME} names, that the data lives in
     * @param beginning what is in that folder then
     * @throws FolderInUseException when another launcher runs on the same data
     * @throws PortsTakenException when something listens on one of {@code needed}
     */
    static Launch prepare(Path root, String mode, Beginning beginning, Ports ports, Set<Port> needed, Progress progress)
            throws IOException, FolderInUseException, PortsTakenException {
        DataFolder folder = DataFolder.open(home(root).resolve(mode));
        List<PortClash> clashes = ports.clashes(needed);
        if (!clashes.isEmpty()) {
            throw new PortsTakenException(clashes);
        }
        beginning.in(folder);
        Setting setting = new Setting(root, folder.path(), ports, Secrets.in(folder));
        Launch launch = new Launch(folder, setting, new Guard(folder.path()), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(launch::stop, "stop"));
        return launch;
    }

    public Setting setting() {
        return setting;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    /** Starts these children, waits until they are ready and stops them again, so that what they do at first is done. */
    public void rehearse(List<ChildPlan> plans) throws LaunchFailedException, InterruptedException {
        Supervisor own = newSupervisor();
        try {
            own.begin(plans);
            own.await(plans.stream().map(ChildPlan::name).toList());
        } finally {
            own.stop();
        }
    }

    private Supervisor newSupervisor() {
        return new Supervisor(guard, Backoff.usual(), new AnnouncedEvents(progress));
    }

    private void stop() {
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

    /**
     * The ports that the environment chooses.
     *
     * @throws MisuseException when they are impossible
     */
    static Ports chosenPorts() {
        try {
            return Ports.from(System.getenv());
        } catch (IllegalArgumentException e) {
            throw new MisuseException(e.getMessage());
        }
    }
}
