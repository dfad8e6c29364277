package org.essaim.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member brought an archive or an extract. A claim check: the bytes wait in the upload store, never on a topic.
 *
 * @param archive the id of this upload; the same upload told twice carries the same id
 * @param reference where the bytes wait, meaningful to the upload store only
 * @param sizeBytes how many there are
 * @param sha256 their digest, 64 lower-case hexadecimal digits
 * @param provenXId the X account that the member has proven, or null; an archive of another owner is then refused
 * @param replaceNewer whether the member, asked, wants this archive even if it is older than the one whose lists stand; null when nobody
 *     asked
 */
public record ArchiveUploaded(
        MemberId member,
        UUID archive,
        UploadKind kind,
        String reference,
        long sizeBytes,
        String sha256,
        @Nullable XId provenXId,
        Instant uploadedAt,
        @Nullable Boolean replaceNewer)
        implements UploadEvent {

    /** An upload as it comes at first: if it is older than what stands, the member is asked. */
    public ArchiveUploaded(
            MemberId member,
            UUID archive,
            UploadKind kind,
            String reference,
            long sizeBytes,
            String sha256,
            @Nullable XId provenXId,
            Instant uploadedAt) {
        this(member, archive, kind, reference, sizeBytes, sha256, provenXId, uploadedAt, null);
    }

    /** The same upload, which may replace newer lists. */
    public ArchiveUploaded replacingNewer() {
        return new ArchiveUploaded(
                member, archive, kind, reference, sizeBytes, sha256, provenXId, uploadedAt, Boolean.TRUE);
    }

    /** Whether it may replace newer lists. */
    public boolean mayReplaceNewer() {
        return Boolean.TRUE.equals(replaceNewer);
    }
}
