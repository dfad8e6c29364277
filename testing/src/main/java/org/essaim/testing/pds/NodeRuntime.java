package org.essaim.testing.pds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Node of this machine.
 *
 * @param version as {@code node --version} prints it, without the v
 * @param moduleVersion of its binary interface: what is compiled for one does not load in another
 */
record NodeRuntime(Path node, Path npm, String version, String moduleVersion) {

    private static final int OLDEST_MAJOR = 20;
    private static final String ADVICE = "The sandbox runs a real Bluesky PDS and needs Node.js " + OLDEST_MAJOR
            + " or newer with npm: install it (https://nodejs.org, or your system's packages nodejs and npm) and try"
            + " again.";

    /**
     * The first Node and npm of a search path.
     *
     * @throws SandboxNotInstalled when one is missing or too old
     */
    static NodeRuntime find(String searchPath) {
        Path node = on(searchPath, "node")
                .orElseThrow(() -> new SandboxNotInstalled("There is no `node` on the PATH. " + ADVICE));
        Path npm = on(searchPath, "npm")
                .orElseThrow(() -> new SandboxNotInstalled("There is no `npm` on the PATH. " + ADVICE));
        String[] versions = run(List.of(
                        node.toString(), "-p", "process.versions.node + ' ' + process.versions.modules"))
                .strip()
                .split(" ", 2);
        if (versions.length < 2 || Integer.parseInt(versions[0].split("\\.", 2)[0]) < OLDEST_MAJOR) {
            throw new SandboxNotInstalled("Node " + versions[0] + " is too old. " + ADVICE);
        }
        return new NodeRuntime(node, npm, versions[0], versions[1]);
    }

    /** Runs {@code npm ci} in a folder that has a package.json and a lock file. */
    void installPackages(Path folder) {
        Path log = folder.resolve("npm.log");
        ProcessBuilder npm = new ProcessBuilder(npm().toString(), "ci", "--omit=dev", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        headers().ifPresent(headers -> npm.environment().put("npm_config_nodedir", headers.toString()));
        int exit = waitFor(npm);
        if (exit != 0
                || !Files.isRegularFile(
                        folder.resolve("node_modules/better-sqlite3/build/Release/better_sqlite3.node"))) {
            throw new SandboxNotInstalled("`npm ci` for the sandbox failed (exit " + exit + "); its log is " + log
                    + ". It needs the npm registry, and python3, make and a C++ compiler to build SQLite"
                    + " (Debian: apt install python3 make g++ libnode-dev).");
        }
    }

    /** The folder whose {@code include/node} has Node's headers, so that nothing is downloaded to compile against. */
    private Optional<Path> headers() {
        return Stream.of(Path.of("/usr"), node.toAbsolutePath().getParent().getParent())
                .filter(prefix -> Files.isRegularFile(prefix.resolve("include/node/node.h")))
                .findFirst();
    }

    private static Optional<Path> on(String searchPath, String program) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(NodeRuntime::resolved)
                .findFirst();
    }

    private static Path resolved(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static int waitFor(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while Node was working", e);
    }
}
