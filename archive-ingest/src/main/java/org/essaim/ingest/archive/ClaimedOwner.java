package org.essaim.ingest.archive;

import java.util.regex.Pattern;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/**
 * Whom an archive names as its owner. Anyone can edit an archive: this is a claim, never a proof.
 *
 * @param handle the owner's handle, without the leading @: letters, digits and underscores of ASCII; or null
 * @param name the owner's display name, or null
 */
public record ClaimedOwner(
        XId xId, @Nullable String handle, @Nullable String name) {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1," + HandleSighting.LONGEST_HANDLE + "}");

    private static final int LONGEST_NAME = 200;

    /**
     * Names that X would never have given are dropped: they would only serve to break what shows or stores them. A database
     * refuses a text with a zero in it, each time.
     */
    public ClaimedOwner {
        handle = handle == null || !HANDLE.matcher(handle).matches() ? null : handle;
        name = name == null || !isShown(name) ? null : name;
    }

    /** Without control characters, and without halves of characters, which no encoding can write. */
    private static boolean isShown(String name) {
        return name.length() <= LONGEST_NAME
                && name.codePoints()
                        .noneMatch(character -> Character.isISOControl(character)
                                || Character.getType(character) == Character.SURROGATE);
    }

    /** Nothing of the owner: this text may end in a log. */
    @Override
    public String toString() {
        return "ClaimedOwner[]";
    }
}
