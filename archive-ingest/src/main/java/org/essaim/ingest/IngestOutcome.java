package org.essaim.ingest;

import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.lists.StandingLists;

/** What becomes of an upload. */
public sealed interface IngestOutcome {

    /** These lists stand from now on. */
    record Stands(StandingLists lists) implements IngestOutcome {}

    /**
     * What stood before stands.
     *
     * @param detail one sentence for the person: what is wrong and what to do; no personal data
     */
    record Rejected(Reason reason, String detail) implements IngestOutcome {}
}
