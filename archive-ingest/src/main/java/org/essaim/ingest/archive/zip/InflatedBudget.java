package org.essaim.ingest.archive.zip;

import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadLimits;

/** How many bytes the parts of one archive may still inflate to. */
final class InflatedBudget {

    private static final long HARMLESS = 1 << 20;

    private final int ratio;
    private long left;

    InflatedBudget(ReadLimits limits) {
        this.ratio = limits.ratio();
        this.left = limits.inflatedBytes();
    }

    /** Refuses an entry by what the directory claims of it, before a byte is read. */
    void require(ZipEntry entry) throws ArchiveRefusedException {
        if (entry.size() > left) {
            throw new ArchiveRefusedException(
                    Reason.TOO_LARGE, "The lists and posts in this archive are larger than is accepted.");
        }
        if (entry.size() > HARMLESS && entry.size() / ratio > entry.packed()) {
            throw bomb();
        }
    }

    /** Takes bytes that were inflated; refuses an entry that grows beyond what the directory claims. */
    void take(ZipEntry entry, long delivered, int count) throws ArchiveRefusedException {
        left -= count;
        if (delivered > entry.size() || left < 0) {
            throw bomb();
        }
    }

    static ArchiveRefusedException bomb() {
        return new ArchiveRefusedException(
                Reason.BOMB,
                "This ZIP is built to unpack to far more than an archive of X holds. Request a new archive from X and bring"
                        + " it unchanged.");
    }
}
