package org.essaim.matcher.store;

import java.util.List;
import java.util.Set;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The lists of one bucket, by member. Answers both directions of the join: the list of a member, and the members who
 * followed an X id. Used by one thread.
 */
public interface FollowLists {

    @Nullable
    FollowList find(MemberId member);

    /** Keeps the list in place of the one the member had. */
    void put(MemberId member, FollowList list);

    void remove(MemberId member);

    /** Every member whose list names this X id among the followings, in no promised order. */
    List<MemberId> followersOf(long xId);

    /** Every member with a list, an empty one too; a copy. */
    Set<MemberId> members();

    int size();

    /** Ids in all followings and followers. */
    long storedIds();
}
