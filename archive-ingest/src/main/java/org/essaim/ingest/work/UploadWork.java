package org.essaim.ingest.work;

import org.essaim.contracts.UploadEvent;

/** The work laid down and not forgotten yet. */
public interface UploadWork {

    /** Lays down what an event asks for; the same event again changes nothing. */
    void add(UploadEvent event);

    /** Whether the upload of this reference was read and settled; its bytes are then of no use. */
    boolean isSettled(String reference);
}
