package org.essaim.ingest.archive;

import org.essaim.contracts.ArchiveRejected.Reason;

/** What became of reading a file. */
public sealed interface ReadOutcome {

    /** The lists are there; what is missing stands among the problems. */
    record Read(ArchiveContents contents) implements ReadOutcome {}

    /**
     * Nothing can be made of the file, and a repeat will not help.
     *
     * @param detail one sentence for the person: what is wrong and what to do; no personal data
     */
    record Refused(Reason reason, String detail) implements ReadOutcome {}
}
