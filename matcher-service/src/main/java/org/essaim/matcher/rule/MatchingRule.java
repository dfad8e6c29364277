package org.essaim.matcher.rule;

import java.util.List;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.Identity;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;

/**
 * The rule, without the one part that needs to see other members (that nobody else has proven the same X account): the
 * caller asks about the sole proven owner only.
 */
public final class MatchingRule {

    private static final List<Evidence> FOLLOWED = List.of(Evidence.FOLLOWED);
    private static final List<Evidence> FOLLOWED_EACH_OTHER = List.of(Evidence.FOLLOWED, Evidence.FOLLOWED_ME);

    private MatchingRule() {}

    /** Whether the finder, with this list, may be shown the owner of this identity. */
    public static boolean allows(MemberId finder, FollowList list, Identity owner) {
        return !finder.equals(owner.member())
                && owner.assurance() == Assurance.PROVEN
                && !owner.targets().isEmpty()
                && list.followings().contains(owner.xId().value())
                && !blocked(list, owner)
                && findable(list, owner);
    }

    private static boolean blocked(FollowList list, Identity owner) {
        return list.blocks().contains(owner.xId().value()) || owner.blocks().contains(list.ownerXId());
    }

    /** A finder whose X account is only claimed could have claimed one that the owner follows: it never counts as such. */
    private static boolean findable(FollowList list, Identity owner) {
        return switch (owner.findability()) {
            case EVERYONE_WHO_FOLLOWED_ME -> true;
            case PEOPLE_I_FOLLOW_TOO ->
                list.assurance() == Assurance.PROVEN && owner.follows().contains(list.ownerXId());
            case NOBODY -> false;
        };
    }

    /**
     * The match of an allowed pair.
     *
     * @param position where the owner's X id stands among the followings
     */
    public static Match match(FollowList list, int position, Identity owner) {
        boolean mutual = list.followers().contains(owner.xId().value());
        return new Match(
                owner.xId(),
                owner.member(),
                owner.assurance(),
                list.assurance(),
                mutual ? FOLLOWED_EACH_OTHER : FOLLOWED,
                mutual,
                list.closenessAt(position),
                owner.targets());
    }
}
