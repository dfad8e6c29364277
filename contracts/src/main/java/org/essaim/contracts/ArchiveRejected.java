package org.essaim.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * An upload could not become lists; what the member had before stands.
 *
 * @param detail one sentence for the person: what is wrong and what to do; no personal data
 */
public record ArchiveRejected(MemberId member, UUID archive, Reason reason, String detail, Instant at)
        implements ArchiveResult {

    /** Why. */
    public enum Reason {
        NOT_AN_ARCHIVE,
        TRUNCATED,
        ENCRYPTED,
        BOMB,
        UNSAFE_PATH,
        MALFORMED_PART,
        PART_MISSING,
        TOO_LARGE,
        TOO_MANY_IDS,
        NO_FOLLOW_DATA,
        CLASSIC_ARCHIVE,
        OWNER_UNKNOWN,
        /** The archive names another owner than the X account the member has proven. */
        OWNER_DIFFERS,
        CHECKSUM_DIFFERS,
        /** The bytes are gone: expired or never there. */
        UPLOAD_GONE,
        /** This archive is older than the one whose lists stand. */
        OLDER_ARCHIVE,
        /** The very archive whose lists stand already. */
        SAME_ARCHIVE
    }
}
