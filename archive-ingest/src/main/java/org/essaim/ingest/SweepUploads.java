package org.essaim.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Goes over all that waits, once; gives how many were deleted. What waited too long goes first, and whatever becomes of the
     * rest: its deletion was promised, and needs nobody's answer.
     *
     * @throws IOException when something could not be deleted, after all else was
     */
    public int sweep() throws IOException {
        Instant oldest = clock.instant().minus(longestWait);
        List<Waiting> young = new ArrayList<>();
        Deletions deletions = new Deletions();
        for (Waiting upload : uploads.waiting()) {
            if (upload.since().isBefore(oldest)) {
                deletions.delete(upload);
            } else {
                young.add(upload);
            }
        }
        for (Waiting upload : young) {
            if (work.isSettled(upload.reference())) {
                deletions.delete(upload);
            }
        }
        return deletions.done();
    }

    /** Deletes one after another, and keeps what failed until the end. */
    private final class Deletions {

        private int deleted;
        private final List<IOException> failures = new ArrayList<>();

        private void delete(Waiting upload) {
            try {
                uploads.delete(upload.reference());
                deleted++;
            } catch (IOException e) {
                failures.add(e);
            }
        }

        private int done() throws IOException {
            if (failures.isEmpty()) {
                return deleted;
            }
            IOException all = new IOException(failures.size() + " uploads could not be deleted", failures.getFirst());
            failures.stream().skip(1).forEach(all::addSuppressed);
            throw all;
        }
    }
}
