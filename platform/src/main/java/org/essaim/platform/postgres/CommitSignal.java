package org.essaim.platform.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells the loops of this JVM that something was committed, so that they look at once instead of at their next poll.
 * Polling stays what they rely on: another replica's commits are not heard here.
 */
@ApplicationScoped
public class CommitSignal {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    public Listener listen() {
        Listener listener = new Listener();
        listeners.add(listener);
        return listener;
    }

    public void raise() {
        listeners.forEach(Listener::raise);
    }

    /** One loop's ear. Signals that come while nobody waits are folded into one. */
    public static final class Listener {

        private final Semaphore raised = new Semaphore(0);

        private Listener() {}

        /** Wakes who waits, or who waits next. */
        void raise() {
            if (raised.availablePermits() == 0) {
                raised.release();
            }
        }

        /** Waits for a signal, at most this long; returns whether one came. */
        public boolean await(Duration atMost) throws InterruptedException {
            boolean came = raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            raised.drainPermits();
            return came;
        }
    }
}
