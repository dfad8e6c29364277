package org.essaim.local.process;

import java.util.List;

/** A child could not be started, died or did not become ready in time: the launch cannot go on. */
public final class LaunchFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> lastLines;

    LaunchFailedException(String message, List<String> lastLines) {
        super(message);
        this.lastLines = List.copyOf(lastLines);
    }

    /** The end of the log of the child that failed. */
    public List<String> lastLines() {
        return lastLines;
    }
}
