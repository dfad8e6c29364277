package org.essaim.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * One line a step. On a terminal the line of the step in hand is redrawn as it moves on; elsewhere each step is one line
 * when it is done, so that a log of the run stays short. Safe to use from several threads.
 */
public final class Progress {

    private static final String CLEAR_LINE = "\r\033[2K";

    private final PrintStream out;
    private final boolean live;
    private String current = "";
    private String detail = "";
    private long begun = System.nanoTime();

    public Progress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Begins a step; the one before it is taken to be done. */
    public synchronized void step(String title) {
        finish("");
        current = title;
        detail = "";
        begun = System.nanoTime();
        redraw();
    }

    /** How far the step in hand is, for example {@code 12 of 62}. */
    public synchronized void at(String howFar) {
        detail = howFar;
        redraw();
    }

    /** Ends the step in hand with what came of it. */
    public synchronized void done(String result) {
        finish(result);
    }

    /** A line of its own that stays, whatever step is in hand. */
    public synchronized void say(String line) {
        if (live && !current.isEmpty()) {
            out.print(CLEAR_LINE);
        }
        out.println(line);
        redraw();
    }

    private void finish(String result) {
        if (current.isEmpty()) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        String end = result.isEmpty() ? detail : result;
        out.printf(
                Locale.ROOT,
                "%s  %s%s  (%.1f s)%n",
                live ? CLEAR_LINE + "✓" : "✓",
                current,
                end.isEmpty() ? "" : ": " + end,
                took.toMillis() / 1000.0);
        out.flush();
        current = "";
    }

    private void redraw() {
        if (live && !current.isEmpty()) {
            out.print(CLEAR_LINE + "…  " + current + (detail.isEmpty() ? "" : ": " + detail));
            out.flush();
        }
    }
}
