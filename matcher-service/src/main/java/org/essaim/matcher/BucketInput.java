package org.essaim.matcher;

import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.XId;

/** What a bucket can be told: the whole new state of one key, or that the key is gone. */
public sealed interface BucketInput {

    /** A member's list in this bucket, whole. */
    record ListBrought(MemberId member, PackedFollowList list) implements BucketInput {}

    /** A member's list in this bucket was erased. */
    record ListGone(MemberId member) implements BucketInput {}

    /** A member's word, claimed or proven, about an X account of this bucket. */
    record IdentityKnown(Identity identity) implements BucketInput {}

    /** A member no longer stands for an X account of this bucket. */
    record IdentityGone(XId xId, MemberId member) implements BucketInput {

        /** Says the member only: which X account was theirs is personal. */
        @Override
        public String toString() {
            return "IdentityGone[member=" + member + "]";
        }
    }
}
