package org.essaim.ingest.uploads.files;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import org.essaim.ingest.IngestConfig;
import org.essaim.ingest.SweepUploads;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps uploads at start-up and then at intervals, on a virtual thread. It keeps no memory of its own, so a restart loses
 * nothing, and replicas may sweep the same directory at once.
 */
@ApplicationScoped
public class UploadSweeper {

    private static final Logger LOG = Logger.getLogger(UploadSweeper.class);

    private final SweepUploads uploads;
    private final Duration interval;
    private @Nullable Thread thread;

    public UploadSweeper(SweepUploads uploads, IngestConfig config) {
        this.uploads = uploads;
        this.interval = config.uploads().sweepEvery();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("upload-sweeper").start(this::sweepUntilStopped);
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void sweepUntilStopped() {
        try {
            while (true) {
                sweep();
                Thread.sleep(interval);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            int deleted = uploads.sweep();
            if (deleted > 0) {
                LOG.infof("uploads swept deleted=%d", deleted);
            }
        } catch (IOException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warnf(
                    "uploads not swept, will be tried again error=%s",
                    cause.getClass().getName());
        }
    }
}
