package org.essaim.testing.archives;

import java.time.Instant;
import org.essaim.contracts.XId;

/** Whose archive it says it is: anyone can write another's number here, as the archive's owner can in life. */
public record ArchiveOwner(XId id, String handle, String name, Instant createdAt) {

    /** An owner with a made-up day of joining. */
    public static ArchiveOwner of(long id, String handle, String name) {
        return new ArchiveOwner(new XId(id), handle, name, Instant.parse("2012-03-04T05:06:07.089Z"));
    }
}
