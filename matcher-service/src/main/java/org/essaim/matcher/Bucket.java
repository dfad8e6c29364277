package org.essaim.matcher;

import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.PackedFollowList;
import org.essaim.matcher.BucketInput.IdentityGone;
import org.essaim.matcher.BucketInput.IdentityKnown;
import org.essaim.matcher.BucketInput.ListBrought;
import org.essaim.matcher.BucketInput.ListGone;
import org.essaim.matcher.store.FollowLists;
import org.essaim.matcher.store.Identities;
import org.essaim.matcher.store.MemberSlots;
import org.essaim.matcher.store.Outdated;
import org.essaim.matcher.store.StandingMatches;

/**
 * What is known in one bucket: the lists, the identities, and what was published. Takes each input as the newest word on its
 * key unless it carries an older generation, and says what that may have changed.
 *
 * <p>Not thread-safe: a bucket belongs to the loop that reads its partitions.
 *
 * @param number the bucket, and the partition of all three topics
 * @param slots of every member with a list or with something that stands
 * @param outdated keys whose last record is not the newest
 */
record Bucket(
        int number,
        MemberSlots slots,
        FollowLists lists,
        Identities identities,
        StandingMatches standing,
        Outdated outdated) {

    /** What an input may have changed. */
    sealed interface Learnt {

        /** No match can differ: an old generation, a repeat, a claim that makes nobody findable. */
        record Nothing() implements Learnt {}

        /** The list of the member in this slot differs, or went. */
        record OfMember(int slot) implements Learnt {}

        /** Who can be found under this X id differs, for everyone who followed it. */
        record OfXId(long xId) implements Learnt {}
    }

    private static final Learnt NOTHING = new Learnt.Nothing();

    static Bucket empty(int number) {
        return new Bucket(
                number, new MemberSlots(), new FollowLists(), new Identities(), new StandingMatches(), new Outdated());
    }

    Learnt learn(BucketInput input) {
        return switch (input) {
            case ListBrought(MemberId member, PackedFollowList list) -> learnList(member, list);
            case ListGone(MemberId member) -> learnNoList(member);
            case IdentityKnown(Identity identity) -> learnIdentity(identity);
            case IdentityGone gone -> learnNoIdentity(gone);
        };
    }

    private Learnt learnList(MemberId member, PackedFollowList list) {
        int slot = slots.claim(member);
        long newest = Math.max(lists.generation(slot), outdated.newestOfList(member));
        if (newest > list.generation()) {
            outdated.list(member, newest);
            return NOTHING;
        }
        outdated.listIsNew(member);
        lists.put(slot, list);
        return new Learnt.OfMember(slot);
    }

    /** The slot stays taken until what stands for it is known to be buried, see {@link #releaseIfEmpty}. */
    private Learnt learnNoList(MemberId member) {
        outdated.listIsNew(member);
        int slot = slots.find(member);
        if (slot == MemberSlots.NONE) {
            return NOTHING;
        }
        lists.remove(slot);
        return new Learnt.OfMember(slot);
    }

    private Learnt learnIdentity(Identity identity) {
        long xId = identity.xId().value();
        Identity held = identities.find(xId, identity.member());
        if (held != null && held.generation() > identity.generation()) {
            outdated.identity(identity.xId(), identity.member());
            return NOTHING;
        }
        outdated.identityIsNew(identity.xId(), identity.member());
        return identities.put(identity) ? new Learnt.OfXId(xId) : NOTHING;
    }

    /** Only the sole proven owner of an X id can be found, so nothing else about the id matters to anyone. */
    private Learnt learnNoIdentity(IdentityGone gone) {
        long xId = gone.xId().value();
        outdated.identityIsNew(gone.xId(), gone.member());
        return identities.remove(xId, gone.member()) ? new Learnt.OfXId(xId) : NOTHING;
    }

    /**
     * Forgets a list that is older than the one what stands was computed from; what stands is kept, and only such a list is taken up
     * again that is not older.
     *
     * @return the generation of what stands
     */
    long forgetList(int slot) {
        long generation = standing.generation(slot);
        lists.remove(slot);
        outdated.list(slots.member(slot), generation);
        return generation;
    }

    /** Forgets a member of whom nothing is left. */
    void releaseIfEmpty(int slot) {
        if (!lists.has(slot) && !standing.has(slot)) {
            slots.release(slot);
        }
    }

    BucketFigures figures() {
        return new BucketFigures(lists.size(), lists.storedIds(), identities.size(), standing.count(), outdated.size());
    }
}
