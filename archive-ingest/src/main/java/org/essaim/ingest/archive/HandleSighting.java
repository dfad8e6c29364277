package org.essaim.ingest.archive;

import java.time.Instant;
import org.essaim.contracts.XId;

/** A post of the owner named this account by this handle at that time. Evidence, not identity: handles change hands. */
public record HandleSighting(XId xId, String handle, Instant seenAt) {

    /** X allows 15 characters, and allowed 20 once. */
    public static final int LONGEST_HANDLE = 50;

    public HandleSighting {
        if (handle.isEmpty() || handle.length() > LONGEST_HANDLE) {
            throw new IllegalArgumentException("a handle has 1 to " + LONGEST_HANDLE + " characters");
        }
    }

    /** Nothing of the person seen: this text may end in a log. */
    @Override
    public String toString() {
        return "HandleSighting[]";
    }
}
