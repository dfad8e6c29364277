package org.essaim.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.essaim.local.console.Progress;
import org.essaim.local.process.ChildEvents;

/** Tells the person at the terminal what happens to the children. */
final class AnnouncedEvents implements ChildEvents {

    /** Ended by {@code kill -9}: its log has no reason for it. */
    private static final int KILLED = 128 + 9;

    private final Progress progress;
    private final AtomicInteger ready = new AtomicInteger();

    AnnouncedEvents(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void ready(String name, Duration took) {
        progress.at(String.format(
                Locale.ROOT,
                "%d ready, last %s after %.1f s",
                ready.incrementAndGet(),
                name,
                took.toMillis() / 1000.0));
    }

    @Override
    public void died(String name, int status, List<String> lastLines, Duration pause) {
        progress.say("   " + name + " ended with status " + status + " and is started again");
        if (status != KILLED) {
            lastLines.forEach(line -> progress.say("  | " + line));
        }
    }

    @Override
    public void stopped(String name) {
        progress.at(name);
    }
}
