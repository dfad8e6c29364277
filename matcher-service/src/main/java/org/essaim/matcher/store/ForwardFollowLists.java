package org.essaim.matcher.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The forward store: each list as it came, sorted. Replacing a list costs nothing; who followed an X id takes one binary
 * search a member (17,000 members: about a millisecond).
 */
public final class ForwardFollowLists implements FollowLists {

    private final Map<MemberId, FollowList> byMember = new HashMap<>();
    private long storedIds;

    @Override
    public @Nullable FollowList find(MemberId member) {
        return byMember.get(member);
    }

    @Override
    public void put(MemberId member, FollowList list) {
        storedIds += idsOf(list) - idsOf(byMember.put(member, list));
    }

    @Override
    public void remove(MemberId member) {
        storedIds -= idsOf(byMember.remove(member));
    }

    @Override
    public List<MemberId> followersOf(long xId) {
        List<MemberId> followers = new ArrayList<>();
        byMember.forEach((member, list) -> {
            if (list.followings().contains(xId)) {
                followers.add(member);
            }
        });
        return followers;
    }

    @Override
    public Set<MemberId> members() {
        return Set.copyOf(byMember.keySet());
    }

    @Override
    public int size() {
        return byMember.size();
    }

    @Override
    public long storedIds() {
        return storedIds;
    }

    private static long idsOf(@Nullable FollowList list) {
        return list == null
                ? 0
                : (long) list.followings().size() + list.followers().size();
    }
}
