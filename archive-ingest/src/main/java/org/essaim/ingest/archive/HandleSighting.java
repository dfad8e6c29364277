package org.essaim.ingest.archive;

import java.time.Instant;
import org.essaim.contracts.XId;

/** A post of the owner named this account by this handle at that time. Evidence, not identity: handles change hands. */
public record HandleSighting(XId xId, String handle, Instant seenAt) {

    /** X allows 15 characters, and allowed 20 once. */
    public static final int LONGEST_HANDLE = 50;

    public HandleSighting {
        if (!isHandle(handle)) {
            throw new IllegalArgumentException("a handle has 1 to " + LONGEST_HANDLE + " characters");
        }
    }

    /** Whether a text is as long as handles are. */
    public static boolean isHandle(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_HANDLE;
    }

    /** Nothing of the person seen: this text may end in a log. */
    @Override
    public String toString() {
        return "HandleSighting[]";
    }
}
