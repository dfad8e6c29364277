package org.essaim.ingest.work;

import java.util.List;
import org.essaim.contracts.UploadEvent;

/** The work laid down and not forgotten yet. */
public interface UploadWork {

    /** Lays down what the events ask for, all of it or none, in this order; the same event again changes nothing. */
    void add(List<UploadEvent> events);

    /** Whether the upload of this reference was read and settled; its bytes are then of no use. */
    boolean isSettled(String reference);
}
