package org.essaim.testing.pds;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start: what, with which additions to the environment, and where.
 *
 * @param directory must be the working directory: packages are found from there
 */
public record SandboxCommand(List<String> command, Map<String, String> environment, Path directory) {

    /** A builder for the process; its standard input is a pipe, whose end stops the process. */
    public ProcessBuilder processBuilder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    /** Leaves the environment out, for it has secrets. */
    @Override
    public String toString() {
        return "SandboxCommand" + command;
    }
}
