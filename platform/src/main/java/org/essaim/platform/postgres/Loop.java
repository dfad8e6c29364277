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
    private final Thread thread;

    private Loop(String name, CommitSignal.Listener signal, Duration poll, Round round) {
        this.name = name;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(signal, poll, round));
    }

    public static Loop start(String name, CommitSignal.Listener signal, Duration poll, Round round) {
        Loop loop = new Loop(name, signal, poll, round);
        loop.thread.start();
        return loop;
    }

    private void repeat(CommitSignal.Listener signal, Duration poll, Round round) {
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

    /** Lets the round under way end, at most this long, then interrupts it. */
    public void stop(Duration atMost) {
        running.set(false);
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
