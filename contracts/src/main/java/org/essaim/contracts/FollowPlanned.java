package org.essaim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Follow these accounts, closest people first.
 *
 * @param run the run these follows belong to: what an undo takes back
 * @param follows at most {@link FollowPlan#MOST_TARGETS}
 */
public record FollowPlanned(
        MemberId member, TargetAccount acting, long sequence, UUID run, List<PlannedFollow> follows, Instant at)
        implements FollowPlan {

    public FollowPlanned {
        follows = List.copyOf(follows);
        if (follows.size() > MOST_TARGETS) {
            throw new IllegalArgumentException("one record plans at most " + MOST_TARGETS + " follows");
        }
    }

    /** One follow. {@code closeness} is the rank among the member's followings: 1 = closest, 0 = not known. */
    public record PlannedFollow(TargetAccount target, int closeness) {}
}
