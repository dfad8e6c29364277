package org.essaim.gateway.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Takes a readable record in, however long the database is away: the partition waits, nothing is lost and nothing readable ends
 * among the dead letters. A record that the core refuses as impossible is let through to them.
 */
@ApplicationScoped
public class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    public void untilDone(Runnable work) {
        for (int attempt = 1; true; attempt++) {
            try {
                work.run();
                return;
            } catch (IllegalArgumentException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "record not taken in yet attempt=%d error=%s",
                        attempt, e.getClass().getName());
                pause(attempt, e);
            }
        }
    }

    private static void pause(int attempt, RuntimeException cause) {
        long full = Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(attempt - 1, 10));
        try {
            Thread.sleep(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a record waited", cause);
        }
    }
}
