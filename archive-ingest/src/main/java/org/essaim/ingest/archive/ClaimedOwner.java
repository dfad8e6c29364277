package org.essaim.ingest.archive;

import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/**
 * Whom an archive names as its owner. Anyone can edit an archive: this is a claim, never a proof.
 *
 * @param handle the owner's handle, without the leading @, or null
 * @param name the owner's display name, or null
 */
public record ClaimedOwner(
        XId xId, @Nullable String handle, @Nullable String name) {

    private static final int LONGEST = 200;

    /** Names that X would never have given are dropped: they would only serve to fill what shows or stores them. */
    public ClaimedOwner {
        handle = handle == null || handle.length() > LONGEST ? null : handle;
        name = name == null || name.length() > LONGEST ? null : name;
    }

    /** Nothing of the owner: this text may end in a log. */
    @Override
    public String toString() {
        return "ClaimedOwner[]";
    }
}
