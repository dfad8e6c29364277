package org.essaim.matcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Findability;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.Identity;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.XId;
import org.essaim.matcher.BucketInput.IdentityGone;
import org.essaim.matcher.BucketInput.IdentityKnown;
import org.essaim.matcher.BucketInput.ListBrought;
import org.essaim.matcher.BucketInput.ListGone;

/** The rule read aloud: the newest word of every key, each pair of list and identity looked at, nothing remembered. */
public final class NaiveJoin {

    /** What stands for a member; the revision says when, and is none of this model's business. */
    public record Stands(long generation, List<Match> matches) {

        public static Stands of(MemberMatches published) {
            return new Stands(published.generation(), published.matches());
        }
    }

    private final Map<MemberId, FollowList> lists = new HashMap<>();
    private final Map<String, Identity> identities = new HashMap<>();

    public void tell(BucketInput input) {
        switch (input) {
            case ListBrought(MemberId member, PackedFollowList list) ->
                lists.merge(
                        member,
                        list.unpack(),
                        (held, brought) -> brought.generation() < held.generation() ? held : brought);
            case ListGone(MemberId member) -> lists.remove(member);
            case IdentityKnown(Identity identity) ->
                identities.merge(
                        identity.key(),
                        identity,
                        (held, known) -> known.generation() < held.generation() ? held : known);
            case IdentityGone gone -> identities.remove(Identity.key(gone.xId(), gone.member()));
        }
    }

    /**
     * Compaction left this record of its key alone. An older list is no list: the member stays known by the generation that it had. An
     * older identity cannot be told from a new one any more.
     */
    public void onlyThisIsLeft(BucketInput last) {
        switch (last) {
            case ListBrought(MemberId member, PackedFollowList list) -> {
                FollowList held = lists.get(member);
                if (held != null && list.generation() < held.generation()) {
                    lists.put(
                            member,
                            new FollowList(
                                    held.generation(),
                                    new XId(held.ownerXId()),
                                    held.assurance(),
                                    IdSet.EMPTY,
                                    IdSet.EMPTY,
                                    IdSet.EMPTY,
                                    null));
                }
            }
            case IdentityKnown(Identity identity) -> identities.put(identity.key(), identity);
            case ListGone _, IdentityGone _ -> {}
        }
    }

    public Map<MemberId, Stands> standing() {
        Map<MemberId, Stands> standing = new HashMap<>();
        lists.forEach((member, list) -> standing.put(member, new Stands(list.generation(), matches(member, list))));
        return standing;
    }

    private List<Match> matches(MemberId finder, FollowList list) {
        List<Match> matches = new ArrayList<>();
        for (long followed : list.followings().toArray()) {
            for (Identity identity : identities.values()) {
                if (identity.xId().value() == followed && matches(finder, list, identity)) {
                    boolean mutual = list.followers().contains(followed);
                    matches.add(new Match(
                            identity.xId(),
                            identity.member(),
                            Assurance.PROVEN,
                            list.assurance(),
                            mutual ? List.of(Evidence.FOLLOWED, Evidence.FOLLOWED_ME) : List.of(Evidence.FOLLOWED),
                            mutual,
                            list.closenessAt(list.followings().indexOf(followed)),
                            identity.targets()));
                }
            }
        }
        return matches;
    }

    private boolean matches(MemberId finder, FollowList list, Identity identity) {
        boolean proven = identity.assurance() == Assurance.PROVEN;
        boolean alone = identities.values().stream()
                .filter(other -> other.xId().equals(identity.xId()) && other.assurance() == Assurance.PROVEN)
                .allMatch(other -> other.member().equals(identity.member()));
        boolean blocked = list.blocks().contains(identity.xId().value())
                || identity.blocks().contains(list.ownerXId());
        boolean findable = identity.findability() == Findability.EVERYONE_WHO_FOLLOWED_ME
                || (identity.findability() == Findability.PEOPLE_I_FOLLOW_TOO
                        && list.assurance() == Assurance.PROVEN
                        && identity.follows().contains(list.ownerXId()));
        return !finder.equals(identity.member())
                && proven
                && alone
                && !identity.targets().isEmpty()
                && !blocked
                && findable;
    }
}
