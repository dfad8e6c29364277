package org.essaim.matcher;

import java.util.Objects;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.matcher.BucketInput.IdentityGone;
import org.essaim.matcher.BucketInput.IdentityKnown;
import org.essaim.matcher.BucketInput.ListBrought;
import org.essaim.matcher.BucketInput.ListGone;
import org.essaim.matcher.store.FollowLists;
import org.essaim.matcher.store.Identities;
import org.essaim.matcher.store.StandingMatches;
import org.jspecify.annotations.Nullable;

/**
 * What is known in one bucket: the lists, the identities, and the matches that were published. Takes each input as the
 * newest word on its key unless it carries an older generation, and says what that may have changed.
 *
 * <p>Not thread-safe: a bucket belongs to the loop that reads its partitions.
 *
 * @param number the bucket, and the partition of all three topics
 */
record Bucket(int number, FollowLists lists, Identities identities, StandingMatches standing) {

    /** What an input may have changed. */
    sealed interface Learnt {

        /** No match can differ: an old generation, a repeat, a claim that makes nobody findable. */
        record Nothing() implements Learnt {}

        /** This member's own list differs, or went. */
        record OfMember(MemberId member) implements Learnt {}

        /** Who can be found under this X id differs, for everyone who followed it. */
        record OfXId(long xId) implements Learnt {}
    }

    Learnt learn(BucketInput input) {
        return switch (input) {
            case ListBrought(MemberId member, FollowList list) -> learnList(member, list);
            case ListGone(MemberId member) -> learnNoList(member);
            case IdentityKnown(Identity identity) -> learnIdentity(identity);
            case IdentityGone gone -> learnNoIdentity(gone);
        };
    }

    private Learnt learnList(MemberId member, FollowList list) {
        FollowList held = lists.find(member);
        if (held != null && held.generation() > list.generation()) {
            return new Learnt.Nothing();
        }
        lists.put(member, list);
        return new Learnt.OfMember(member);
    }

    private Learnt learnNoList(MemberId member) {
        lists.remove(member);
        return new Learnt.OfMember(member);
    }

    private Learnt learnIdentity(Identity identity) {
        Identity held = identities.find(identity.xId().value(), identity.member());
        if (held != null && held.generation() > identity.generation()) {
            return new Learnt.Nothing();
        }
        Identity ownerBefore = identities.soleOwner(identity.xId().value());
        identities.put(identity);
        return ownerChange(identity.xId().value(), ownerBefore);
    }

    private Learnt learnNoIdentity(IdentityGone gone) {
        Identity ownerBefore = identities.soleOwner(gone.xId().value());
        identities.remove(gone.xId().value(), gone.member());
        return ownerChange(gone.xId().value(), ownerBefore);
    }

    /** Only the sole proven owner of an X id can be found, so nothing else about the id matters to anyone. */
    private Learnt ownerChange(long xId, @Nullable Identity before) {
        return Objects.equals(before, identities.soleOwner(xId)) ? new Learnt.Nothing() : new Learnt.OfXId(xId);
    }

    BucketFigures figures() {
        return new BucketFigures(lists.size(), lists.storedIds(), identities.size(), standing.count());
    }
}
