package org.essaim.contracts;

import java.time.Instant;

/**
 * A follow waits; nothing is lost and nobody needs to act.
 *
 * @param until when it is tried again at the earliest
 */
public record FollowDeferred(
        MemberId member,
        TargetAccount acting,
        TargetAccount target,
        long version,
        Instant until,
        Reason reason,
        Instant at)
        implements FollowResult {

    /** Why. */
    public enum Reason {
        /** The network's allowance, or our share of it, is spent. */
        BUDGET_SPENT,
        /** The network or the instance does not answer as it should. */
        NETWORK_TROUBLE,
        PAUSED,
        /** An operator stopped this network or host. */
        EMERGENCY_STOP
    }
}
