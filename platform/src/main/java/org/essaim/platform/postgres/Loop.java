package org.essaim.platform.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A virtual thread that does one round after another until it is stopped: at once while there is work, else after a
 * commit or the poll interval. A round that fails is logged by kind and tried again after a pause.
 */
public final class Loop {

    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** One round. */
    @FunctionalInterface
    public interface Round {
        /** Returns whether there may be more to do right away. */
        boolean run() throws Exception;
    }

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final String name;
    private final CommitSignal.Listener signal;
    private final Thread thread;

    private Loop(String name, CommitSignal.Listener signal, Duration poll, Round round) {
        this.name = name;
        this.signal = signal;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(poll, round));
    }

    public static Loop start(String name, CommitSignal.Listener signal, Duration poll, Round round) {
        Loop loop = new Loop(name, signal, poll, round);
        loop.thread.start();
        return loop;
    }

    /** One that goes by the clock alone: no commit brings it anything to do. */
    public static Loop start(String name, Duration every, Round round) {
        return start(name, new CommitSignal().listen(), every, round);
    }

    private void repeat(Duration poll, Round round) {
        while (running.get()) {
            try {
                if (!round.run()) {
                    boolean _ = signal.await(poll);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.warnf("round failed, will be tried again loop=%s error=%s", name, e.toString());
                LOG.debug("round failed", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets the round under way end, at most this long, then interrupts it; a loop that only waits ends at once. */
    public void stop(Duration atMost) {
        running.set(false);
        signal.raise();
        try {
            if (!thread.join(atMost)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
