package org.essaim.gateway.disputes;

import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** An X account that a member may dispute. */
public record Contested(XId xId, @Nullable String handle, Why why) {

    /** What there is to dispute. */
    public enum Why {
        /** I claimed it or had proven it, and someone else has proven it. */
        HELD_BY_OTHER,
        /** I have proven it, and someone else brought an archive that names it as theirs. */
        CLAIMED_BY_OTHER,
        /** An operator decided that it is not mine. */
        SET_ASIDE
    }

    @Override
    public String toString() {
        return "Contested[" + why + "]";
    }
}
