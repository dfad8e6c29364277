package org.essaim.contracts;

import java.time.Instant;
import java.util.List;

/**
 * Do not follow these any more; what is followed already stays.
 *
 * @param targets their ids, at most {@link FollowPlan#MOST_TARGETS}
 */
public record FollowCancelled(
        MemberId member, TargetAccount acting, long sequence, List<String> targets, Reason reason, Instant at)
        implements FollowPlan {

    public FollowCancelled {
        targets = List.copyOf(targets);
        if (targets.size() > MOST_TARGETS) {
            throw new IllegalArgumentException("one record cancels at most " + MOST_TARGETS + " follows");
        }
    }

    /** Why. */
    public enum Reason {
        /** The member changed their mind. */
        DECLINED,
        /** The match no longer stands: link, consent, list or proof is gone. */
        MATCH_WITHDRAWN
    }
}
