package org.essaim.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A running child: its guard, and the command that the guard runs. */
public final class Child {

    private final String name;
    private final Process guard;
    private final long pid;
    private final Path log;
    private final long logStart;

    Child(String name, Process guard, long pid, Path log, long logStart) {
        this.name = name;
        this.guard = guard;
        this.pid = pid;
        this.log = log;
        this.logStart = logStart;
    }

    public String name() {
        return name;
    }

    /** The process id of the command itself, not of its guard. */
    public long pid() {
        return pid;
    }

    public Path log() {
        return log;
    }

    /** Where in its log this child begins: what stands before is of an earlier one. */
    long logStart() {
        return logStart;
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    /** The exit status of the command, more than 128 when a signal ended it; only after it has ended. */
    int status() {
        return guard.exitValue();
    }

    /** Completes when the command has ended and its guard has swept up after it. */
    CompletableFuture<Child> ended() {
        return guard.onExit().thenApply(process -> this);
    }

    /** Asks the guard to stop the command: TERM, and KILL after its grace. Harmless when it has ended already. */
    CompletableFuture<Child> stop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the guard of " + name + " could not be told to stop it", e);
        }
        return ended();
    }
}
