package org.essaim.matcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.essaim.contracts.FollowListCursor;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.matcher.Bucket.Learnt;
import org.essaim.matcher.rule.MatchingRule;
import org.essaim.matcher.store.Found;
import org.essaim.matcher.store.LongTable;
import org.essaim.matcher.store.MemberSlots;
import org.essaim.matcher.store.Owner;
import org.essaim.matcher.store.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Matches the follows of one bucket. Its life has two parts: while it is restored it is told what was published
 * ({@link #published}) and what the topics hold ({@link #replay}), until {@link #settle} gives the differences between what
 * stands and what should; from then on {@link #match} gives what each batch of inputs changes.
 *
 * <p>After any order of inputs, cut into any batches, after repeats, old generations and restarts, the matches that stand equal
 * the join of the newest lists and identities under the {@linkplain MatchingRule rule}. Not thread-safe; closed by the thread
 * that made it.
 */
public final class MatchFollows implements AutoCloseable {

    private final Bucket bucket;
    private final Found.Gathering gathering = new Found.Gathering();

    /** Members whose list was erased in the past that is read: what comes after it begins with any generation. */
    private final Set<MemberId> begunAnew = new HashSet<>();

    /** An empty bucket, to be restored. */
    public MatchFollows(int bucket) {
        this.bucket = Bucket.empty(bucket);
    }

    /** Keeps the inputs and gives, once each, the whole new state of every member whose matches they changed together. */
    public List<MatchesChange> match(List<BucketInput> inputs, long revision) {
        Concerned concerned = concernedBy(inputs);
        List<MatchesChange> changes = new ArrayList<>(concerned.size());
        for (int i = 0; i < concerned.size(); i++) {
            int slot = concerned.slot(i);
            addChange(slot, revision, concerned.cause(i), changes);
            bucket.releaseIfEmpty(slot);
        }
        return changes;
    }

    /** Keeps the input and says nothing: the past is read again. */
    public void replay(BucketInput input) {
        if (input instanceof BucketInput.ListGone(MemberId member)) {
            begunAnew.add(member);
        }
        bucket.learn(input);
    }

    /** What an earlier run published last under a key; a null is its tombstone. */
    public void published(MemberId member, @Nullable Standing last) {
        if (last != null) {
            bucket.standing().put(bucket.slots().claim(member), last);
        } else {
            bucket.standing().remove(bucket.slots().find(member));
        }
    }

    /**
     * The past is read: gives the differences between what was published and what should stand. Where the newest list of a member is
     * gone the key stays, with the generation that it had, but no match stands on what nobody can check: the topic holds only an older
     * list, or only one that cannot be read.
     *
     * @param withoutReadableList members whose last list on the topic could not be read
     */
    public List<MatchesChange> settle(Set<MemberId> withoutReadableList, long revision) {
        List<MatchesChange> changes = new ArrayList<>();
        MemberSlots slots = bucket.slots();
        for (int slot = 0; slot < slots.end(); slot++) {
            if (slots.isTaken(slot)) {
                if (newestListIsLost(slot, withoutReadableList)) {
                    long generation = bucket.forgetList(slot);
                    addStanding(slot, generation, Found.NOTHING, revision, MatchesChange.RESTORE, changes);
                } else {
                    addChange(slot, revision, MatchesChange.RESTORE, changes);
                }
                bucket.releaseIfEmpty(slot);
            }
        }
        begunAnew.clear();
        return changes;
    }

    private boolean newestListIsLost(int slot, Set<MemberId> withoutReadableList) {
        long published = bucket.standing().generation(slot);
        if (bucket.lists().generation(slot) >= published) {
            return false;
        }
        MemberId member = bucket.slots().member(slot);
        return bucket.lists().has(slot) ? !begunAnew.contains(member) : withoutReadableList.contains(member);
    }

    /** Whether the last list that came of this member is older than one that was known. */
    public boolean isListOutdated(MemberId member) {
        return bucket.outdated().newestOfList(member) > 0;
    }

    /** How much the bucket holds now. */
    public BucketFigures figures() {
        return bucket.figures();
    }

    /** Lists and lone members are noted as they come; X ids are collected and looked for in all lists at once. */
    private Concerned concernedBy(List<BucketInput> inputs) {
        Concerned concerned = new Concerned();
        LongTable<Integer> xIds = new LongTable<>(Integer[]::new);
        for (int i = 0; i < inputs.size(); i++) {
            switch (bucket.learn(inputs.get(i))) {
                case Learnt.Nothing() -> {}
                case Learnt.OfMember(int slot) -> concerned.add(slot, i);
                case Learnt.OfXId(long xId) -> {
                    if (xIds.get(xId) == null) {
                        xIds.put(xId, i);
                    }
                }
            }
        }
        if (xIds.size() > 0) {
            bucket.lists().followersOf(xIds, concerned::add);
        }
        return concerned;
    }

    private void addChange(int slot, long revision, int cause, List<MatchesChange> changes) {
        if (bucket.lists().has(slot)) {
            MemberId member = bucket.slots().member(slot);
            FollowListCursor list = bucket.lists().read(slot);
            addStanding(slot, list.generation(), join(member, list), revision, cause, changes);
        } else if (bucket.standing().remove(slot)) {
            changes.add(new MatchesChange.Gone(keyOf(slot), cause));
        }
    }

    private void addStanding(
            int slot, long generation, Found found, long revision, int cause, List<MatchesChange> changes) {
        Standing now = Standing.of(generation, found);
        if (!bucket.standing().stands(slot, now)) {
            bucket.standing().put(slot, now);
            changes.add(new MatchesChange.Standing(keyOf(slot), now, revision, found, cause));
        }
    }

    private MemberBucket keyOf(int slot) {
        return new MemberBucket(bucket.slots().member(slot), bucket.number());
    }

    /** The matches of one member, by ascending X id. */
    private Found join(MemberId finder, FollowListCursor list) {
        for (int position = 0; position < list.followings(); position++) {
            long xId = list.following(position);
            Owner owner = bucket.identities().soleOwner(xId);
            if (owner != null && MatchingRule.allows(finder, list, owner.identity())) {
                gathering.add(owner, list.isFollower(xId), list.closenessAt(position));
            }
        }
        return gathering.take(list.assurance());
    }

    /** Gives the memory of the bucket back; nothing may be asked any more. */
    @Override
    public void close() {
        bucket.lists().close();
    }
}
