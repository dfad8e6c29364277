package org.essaim.local;

import java.io.IOException;
import java.nio.file.Path;
import org.essaim.local.console.Progress;
import org.essaim.local.files.FolderInUseException;
import org.essaim.local.house.Household;
import org.essaim.local.ports.Port;
import org.essaim.local.process.LaunchFailedException;

/** Essaim for real use on this machine: on the real networks, with data that stays. */
final class Up {

    private final Path root;
    private final Progress progress;

    Up(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    /** Runs until Ctrl-C; comes back only by an exception. */
    int run()
            throws IOException, InterruptedException, FolderInUseException, PortsTakenException, LaunchFailedException {
        Launch launch =
                Launch.prepare(root, "up", Beginning.withOldData(), Launch.chosenPorts(), Port.house(), progress);
        progress.step("starting Essaim");
        Household household = Household.onRealNetworks(launch.setting(), System.getenv());
        launch.supervisor().begin(household.plans());
        launch.supervisor().await(household.names());
        progress.done("ready");
        progress.say("");
        progress.say("  Essaim   " + launch.setting().ports().http(Port.GATEWAY));
        progress.say("  data     " + launch.setting().data());
        progress.say("  logs     " + launch.setting().data().resolve("logs"));
        if (!household.signsInWithX()) {
            progress.say(
                    "  Nobody can prove an X account here: set ESSAIM_X_CLIENT_ID and ESSAIM_X_CLIENT_SECRET to those of");
            progress.say("  an app at https://developer.x.com before the first start.");
        }
        progress.say("  Ctrl-C stops it.");
        launch.supervisor().awaitLoss();
        return 0;
    }
}
