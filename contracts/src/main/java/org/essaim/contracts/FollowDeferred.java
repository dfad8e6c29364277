package org.essaim.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A follow waits; nothing is lost and nobody needs to act.
 *
 * @param until when it is tried again at the earliest
 * @param slowed why our own share of the network's allowance is smaller than it could be; null when it is not, and where the
 *     allowance is not what is waited for
 */
public record FollowDeferred(
        MemberId member,
        TargetAccount acting,
        TargetAccount target,
        long version,
        Instant until,
        Reason reason,
        Instant at,
        @Nullable Slowed slowed)
        implements FollowResult {

    /** Waits at the usual pace. */
    public FollowDeferred(
            MemberId member,
            TargetAccount acting,
            TargetAccount target,
            long version,
            Instant until,
            Reason reason,
            Instant at) {
        this(member, acting, target, version, until, reason, at, null);
    }

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

    /** What keeps an account below the usual pace. */
    public enum Slowed {
        /** The first days of following: the pace grows by itself. */
        GENTLE_START,
        /** Many are followed and hardly anybody follows back, which is what networks take for spam. */
        FEW_FOLLOW_BACK
    }
}
