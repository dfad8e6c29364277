package org.essaim.matcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.Identity;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.matcher.Bucket.Learnt;
import org.essaim.matcher.rule.MatchingRule;
import org.essaim.matcher.store.FollowLists;
import org.essaim.matcher.store.Identities;
import org.essaim.matcher.store.StandingMatches;
import org.essaim.matcher.store.StandingMatches.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Matches the follows of one bucket. Its life has two parts: while it is restored it is told what was published
 * ({@link #published}) and what the topics hold ({@link #replay}), until {@link #settle} gives the differences between what
 * stands and what should; from then on {@link #match} gives what each input changes.
 *
 * <p>After any order of inputs, repeats, old generations and restarts the matches that stand equal the join of the newest
 * lists and identities under the {@linkplain MatchingRule rule}. Not thread-safe.
 */
public final class MatchFollows {

    private final Bucket bucket;

    /** An empty bucket, to be restored. */
    public MatchFollows(int bucket, FollowLists lists) {
        this.bucket = new Bucket(bucket, lists, new Identities(), new StandingMatches());
    }

    /** Keeps the input and gives the whole new state of every member whose matches it changed. */
    public List<MatchesChange> match(BucketInput input, long revision) {
        Learnt learnt = bucket.learn(input);
        List<MemberId> concerned = concernedBy(learnt);
        return changesOf(concerned, revision);
    }

    /** Keeps the input and says nothing: the past is read again. */
    public void replay(BucketInput input) {
        bucket.learn(input);
    }

    /** The last state of a key that an earlier run published; a null is its tombstone. */
    public void published(MemberId member, @Nullable MemberMatches matches) {
        if (matches == null) {
            bucket.standing().remove(member);
        } else {
            bucket.standing().put(member, new Standing(matches.generation(), matches.matches()));
        }
    }

    /** Something was published for this member that can no longer be read: it will be replaced. */
    public void publishedUnreadable(MemberId member) {
        bucket.standing().put(member, Standing.UNREADABLE);
    }

    /**
     * The past is read: gives the differences between what was published and what should stand.
     *
     * @param withoutReadableList members whose list is on the topic but could not be read and whose earlier one is
     *     compacted away: their key stays, with the generation that it had, but no match stands on what nobody can check
     */
    public List<MatchesChange> settle(Set<MemberId> withoutReadableList, long revision) {
        Set<MemberId> known = new HashSet<>(bucket.standing().members());
        known.addAll(bucket.lists().members());
        List<MatchesChange> changes = new ArrayList<>();
        for (MemberId member : known) {
            Standing before = bucket.standing().find(member);
            boolean listUnknown = bucket.lists().find(member) == null && withoutReadableList.contains(member);
            if (listUnknown && before != null && before.generation() > 0) {
                addStanding(member, new Standing(before.generation(), List.of()), revision, changes);
            } else {
                addChange(member, revision, changes);
            }
        }
        return changes;
    }

    /** How much the bucket holds now. */
    public BucketFigures figures() {
        return bucket.figures();
    }

    private List<MemberId> concernedBy(Learnt learnt) {
        return switch (learnt) {
            case Learnt.Nothing() -> List.of();
            case Learnt.OfMember(MemberId member) -> List.of(member);
            case Learnt.OfXId(long xId) -> bucket.lists().followersOf(xId);
        };
    }

    private List<MatchesChange> changesOf(List<MemberId> concerned, long revision) {
        List<MatchesChange> changes = new ArrayList<>();
        for (MemberId member : concerned) {
            addChange(member, revision, changes);
        }
        return changes;
    }

    private void addChange(MemberId member, long revision, List<MatchesChange> changes) {
        FollowList list = bucket.lists().find(member);
        if (list == null) {
            if (bucket.standing().remove(member)) {
                changes.add(new MatchesChange.Gone(member, bucket.number()));
            }
            return;
        }
        addStanding(member, new Standing(list.generation(), join(member, list)), revision, changes);
    }

    private void addStanding(MemberId member, Standing now, long revision, List<MatchesChange> changes) {
        if (!now.equals(bucket.standing().find(member))) {
            bucket.standing().put(member, now);
            changes.add(new MatchesChange.Standing(
                    new MemberMatches(member, bucket.number(), now.generation(), revision, now.matches())));
        }
    }

    /** The matches of one member, by ascending X id. */
    private List<Match> join(MemberId finder, FollowList list) {
        List<Match> matches = new ArrayList<>();
        for (int position = 0; position < list.followings().size(); position++) {
            Identity owner = bucket.identities().soleOwner(list.followings().get(position));
            if (owner != null && MatchingRule.allows(finder, list, owner)) {
                matches.add(MatchingRule.match(list, position, owner));
            }
        }
        return List.copyOf(matches);
    }
}
