package org.essaim.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to run as a child process, and what is expected of it.
 *
 * @param name short and unique; names the log file
 * @param command program and arguments; never a secret, for everyone on the machine can read them
 * @param environment added to the launcher's own; secrets travel here
 * @param directory where it runs; must exist
 * @param readyWithin how long it may take to become ready before the launch fails
 * @param grace how long it may take to stop before it is killed, in whole seconds
 * @param restarted whether it is started again when it dies; when not, its death ends the launch
 * @param after the names of the children that must be ready before it starts; stopped after it
 */
public record ChildPlan(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Readiness readiness,
        Duration readyWithin,
        Duration grace,
        boolean restarted,
        Set<String> after) {

    public ChildPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        after = Set.copyOf(after);
    }

    /** Only the name: the environment holds secrets. */
    @Override
    public String toString() {
        return "ChildPlan[" + name + "]";
    }
}
