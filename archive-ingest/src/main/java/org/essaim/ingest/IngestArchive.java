package org.essaim.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.UploadKind;
import org.essaim.ingest.IngestOutcome.Rejected;
import org.essaim.ingest.IngestOutcome.Stands;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ArchiveReader;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadOutcome;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.Standing;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.ingest.uploads.Checksum;
import org.essaim.ingest.uploads.ReadingRoom;
import org.essaim.ingest.uploads.UploadStore;
import org.essaim.ingest.uploads.Watches;
import org.jboss.logging.Logger;

/**
 * Makes an upload the member's lists, or tells why not.
 *
 * <p>Runs for one upload of a member at a time. It may die at any line and be run again: nothing stands or is told before
 * the one transaction that settles it, and whoever runs it after that transaction is not asked any more.
 */
public final class IngestArchive {

    /** Uploads of this size keep their desk until they are settled, so that few large ones are held in memory. */
    private static final long LARGE = 2L << 20;

    /** How far the clocks of others, which may tell no zone, may be ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(IngestArchive.class);

    private final UploadStore uploads;
    private final ReadingRoom room;
    private final Map<UploadKind, ArchiveReader> readers;
    private final Watches watches;
    private final MemberLists lists;
    private final Weighing weighing;
    private final InstantSource clock;

    public IngestArchive(
            UploadStore uploads,
            ReadingRoom room,
            Map<UploadKind, ArchiveReader> readers,
            Watches watches,
            MemberLists lists,
            InstantSource clock) {
        this.uploads = uploads;
        this.room = room;
        this.readers = Map.copyOf(readers);
        this.watches = watches;
        this.lists = lists;
        this.weighing = new Weighing(lists);
        this.clock = clock;
    }

    /**
     * Fetches, reads, weighs, settles, and then lets go of the bytes.
     *
     * @param work what ends with the transaction that settles this upload
     * @throws IOException when the disk fails; the upload can be ingested again
     */
    public IngestOutcome ingest(UUID work, ArchiveUploaded upload) throws IOException {
        // Asked before a desk is taken: who waits for the database must not keep others from reading.
        Standing standing = lists.standing(upload.member());
        IngestOutcome outcome = upload.sizeBytes() < LARGE
                ? settle(work, upload, room.read(() -> fetchAndRead(upload, standing)))
                : room.read(() -> settle(work, upload, fetchAndRead(upload, standing)));
        uploads.delete(upload.reference());
        return outcome;
    }

    private IngestOutcome fetchAndRead(ArchiveUploaded upload, Standing standing) throws IOException {
        try {
            return fetchAndRead(upload, standing, watches.over(upload));
        } catch (ArchiveRefusedException e) {
            return new Rejected(e.refusal().reason(), e.refusal().detail());
        }
    }

    private IngestOutcome fetchAndRead(ArchiveUploaded upload, Standing standing, ReadingWatch watch)
            throws IOException {
        Optional<Path> bytes = uploads.find(upload.reference());
        if (bytes.isEmpty()) {
            return new Rejected(
                    Reason.UPLOAD_GONE,
                    "The upload is gone: it was taken back, or waited for more than a day. Bring the archive again.");
        }
        if (!Checksum.matches(bytes.get(), upload.sizeBytes(), upload.sha256(), watch)) {
            return new Rejected(
                    Reason.CHECKSUM_DIFFERS, "The upload did not arrive as it was sent. Bring the archive again.");
        }
        if (standing.isOf(upload.sha256())) {
            return new Rejected(Reason.SAME_ARCHIVE, "This very archive has been read already; its lists stand.");
        }
        return switch (read(upload, bytes.get(), watch)) {
            case ReadOutcome.Refused(Reason reason, String detail) -> new Rejected(reason, detail);
            case ReadOutcome.Read(ArchiveContents contents) ->
                weighing.weigh(upload, notOfTheFuture(contents), standing);
        };
    }

    /**
     * Reads, and takes a reader that stumbles for a file that cannot be read: it would stumble each time, and all that comes after
     * for this member would wait. What disk and watch do is no fault of the file, and is tried again.
     */
    private ReadOutcome read(ArchiveUploaded upload, Path bytes, ReadingWatch watch) throws IOException {
        try {
            return readers.get(upload.kind()).read(bytes, upload.provenXId(), watch.failingLikeADisk());
        } catch (UncheckedIOException e) {
            throw new IOException("the disk failed while an upload was read", e);
        } catch (RuntimeException e) {
            // Neither message nor cause: they may quote what was read.
            LOG.errorf(
                    "a reader stumbled archive=%s error=%s at=%s",
                    upload.archive(),
                    e.getClass().getName(),
                    Arrays.stream(e.getStackTrace())
                            .findFirst()
                            .map(String::valueOf)
                            .orElse("unknown"));
            return new ReadOutcome.Refused(
                    Reason.MALFORMED_PART,
                    "This file is written in a way that cannot be read. Bring the archive as X gave it.");
        }
    }

    /** An age that the archive cannot have, which would keep every later one from replacing it, counts as none. */
    private ArchiveContents notOfTheFuture(ArchiveContents contents) {
        Instant generatedAt = contents.generatedAt();
        boolean ofTheFuture =
                generatedAt != null && generatedAt.isAfter(clock.instant().plus(CLOCKS_APART));
        return ofTheFuture ? contents.ofUnknownAge() : contents;
    }

    private IngestOutcome settle(UUID work, ArchiveUploaded upload, IngestOutcome outcome) {
        switch (outcome) {
            case Stands(StandingLists next) -> lists.stand(work, next, Results.ingested(next, clock.instant()));
            case Rejected(Reason reason, String detail) ->
                lists.reject(
                        work, new ArchiveRejected(upload.member(), upload.archive(), reason, detail, clock.instant()));
        }
        return outcome;
    }
}
