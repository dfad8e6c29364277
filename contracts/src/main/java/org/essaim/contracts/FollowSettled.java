package org.essaim.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A follow has come to an end, or to a point where only someone else can move it.
 *
 * @param reason why, for {@link Outcome#REFUSED} and {@link Outcome#NEEDS_PERSON}; else null
 */
public record FollowSettled(
        MemberId member,
        TargetAccount acting,
        TargetAccount target,
        long version,
        Outcome outcome,
        @Nullable Reason reason,
        Instant at)
        implements FollowResult {

    public FollowSettled {
        boolean explained = outcome == Outcome.REFUSED || outcome == Outcome.NEEDS_PERSON;
        if (explained != (reason != null)) {
            throw new IllegalArgumentException("a reason goes with REFUSED and NEEDS_PERSON, and with nothing else");
        }
    }

    /** What became of it. */
    public enum Outcome {
        FOLLOWED,
        /**
         * The account follows the target, and not by a follow that is known to be this plan's own: from before, made elsewhere
         * meanwhile, or by an import. It is the member's; an undo never touches it.
         */
        ALREADY_FOLLOWING,
        /** A locked account: the request waits for the target's yes. */
        AWAITING_APPROVAL,
        REFUSED,
        /** Only the member can move it: link again, unblock, make room. */
        NEEDS_PERSON,
        CANCELLED,
        /** Followed by a run that was undone since. */
        UNDONE
    }

    /** Why it was refused or needs the person. */
    public enum Reason {
        TARGET_GONE,
        TARGET_MOVED,
        TARGET_BLOCKS,
        TARGET_REJECTED,
        TARGET_UNREACHABLE,
        NOT_ALLOWED,
        ONESELF,
        BLOCKED_BY_ONESELF,
        FOLLOW_LIMIT_REACHED,
        LINK_AGAIN,
        SCOPE_MISSING
    }
}
