package org.essaim.ingest.archive;

import java.io.IOException;
import org.essaim.contracts.ArchiveRejected.Reason;

/** The file cannot become lists. Ends a reading at any depth; {@link ArchiveReader} turns it into a refusal. */
public final class ArchiveRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param detail one sentence for the person, without personal data */
    public ArchiveRefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** The refusal that this reading ended with. */
    public ReadOutcome.Refused refusal() {
        return new ReadOutcome.Refused(reason, String.valueOf(getMessage()));
    }
}
