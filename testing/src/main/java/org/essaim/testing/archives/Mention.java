package org.essaim.testing.archives;

import org.essaim.contracts.XId;

/** An account that a tweet names, with the handle it had then. */
public record Mention(XId id, String handle, String name) {

    public static Mention of(long id, String handle) {
        return new Mention(new XId(id), handle, handle);
    }
}
