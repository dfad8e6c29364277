package org.essaim.matcher.rule;

import org.essaim.contracts.Assurance;
import org.essaim.contracts.FollowListCursor;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;

/**
 * The rule, without the one part that needs to see other members (that nobody else has proven the same X account): the
 * caller asks about the sole proven owner only.
 */
public final class MatchingRule {

    private MatchingRule() {}

    /** Whether the finder, whose list names the identity's X id among the followings, may be shown the owner of it. */
    public static boolean allows(MemberId finder, FollowListCursor list, Identity owner) {
        return owner.assurance() == Assurance.PROVEN
                && !owner.targets().isEmpty()
                && !finder.equals(owner.member())
                && !blocked(list, owner)
                && findable(list, owner);
    }

    private static boolean blocked(FollowListCursor list, Identity owner) {
        return list.isBlocked(owner.xId().value()) || owner.blocks().contains(list.ownerXId());
    }

    /** A finder whose X account is only claimed could have claimed one that the owner follows: it never counts as such. */
    private static boolean findable(FollowListCursor list, Identity owner) {
        return switch (owner.findability()) {
            case EVERYONE_WHO_FOLLOWED_ME -> true;
            case PEOPLE_I_FOLLOW_TOO ->
                list.assurance() == Assurance.PROVEN && owner.follows().contains(list.ownerXId());
            case NOBODY -> false;
        };
    }
}
