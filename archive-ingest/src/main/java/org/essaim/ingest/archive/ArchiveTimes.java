package org.essaim.ingest.archive;

import java.time.Instant;

/**
 * The times that are taken from an archive. A crafted one may name any year up to a thousand million, which neither
 * milliseconds nor databases can hold.
 */
public final class ArchiveTimes {

    /** Not later: the time of a file stands in for that of an archive, and one that was never set says 1970. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private ArchiveTimes() {}

    /** Whether everyone who handles this time can hold it; it may still lie in the future. */
    public static boolean canHold(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(END);
    }
}
