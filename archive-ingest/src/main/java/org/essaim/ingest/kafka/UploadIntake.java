package org.essaim.ingest.kafka;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.essaim.contracts.UploadEvent;
import org.essaim.ingest.work.UploadWork;

/** Lays work down however long the database is away: what was read is well formed, so only that can be in the way. */
@ApplicationScoped
public class UploadIntake {

    private final UploadWork work;

    public UploadIntake(UploadWork work) {
        this.work = work;
    }

    /** Returns when all of it is laid down, in this order. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, jitter = 100)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    public void add(List<UploadEvent> events) {
        work.add(events);
    }
}
