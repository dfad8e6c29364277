package org.essaim.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.essaim.ingest.uploads.UploadStore;
import org.essaim.ingest.uploads.UploadStore.Waiting;
import org.essaim.ingest.work.UploadWork;

/** Deletes uploads that nobody needs any more: those already settled, and whatever waited too long. */
public final class SweepUploads {

    private final UploadStore uploads;
    private final UploadWork work;
    private final Duration longestWait;
    private final InstantSource clock;

    /** @param longestWait how long an upload lives at most */
    public SweepUploads(UploadStore uploads, UploadWork work, Duration longestWait, InstantSource clock) {
        this.uploads = uploads;
        this.work = work;
        this.longestWait = longestWait;
        this.clock = clock;
    }

    /** Goes over all that waits, once; gives how many were deleted. */
    public int sweep() throws IOException {
        Instant oldest = clock.instant().minus(longestWait);
        int deleted = 0;
        for (Waiting upload : uploads.waiting()) {
            if (upload.since().isBefore(oldest) || work.isSettled(upload.reference())) {
                uploads.delete(upload.reference());
                deleted++;
            }
        }
        return deleted;
    }
}
