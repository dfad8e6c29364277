package org.essaim.matcher.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;

/**
 * Keys of one bucket whose last record is older than one that was known before, as when an old record was sent again. The newer
 * word holds, and where compaction took it away the key stays without one, until its owner publishes the key again.
 */
public final class Outdated {

    private final Map<MemberId, Long> lists = new HashMap<>();
    private final Set<String> identities = new HashSet<>();

    /** The member's list came once more in an older generation than this one. */
    public void list(MemberId member, long newest) {
        lists.merge(member, newest, Math::max);
    }

    /** The generation that the member's list must have at least; 0 where the last record is the newest. */
    public long newestOfList(MemberId member) {
        return lists.getOrDefault(member, 0L);
    }

    /** The member's list is the newest again, or was erased. */
    public void listIsNew(MemberId member) {
        lists.remove(member);
    }

    /** The member's word on the X id came once more in an older generation. */
    public void identity(XId xId, MemberId member) {
        identities.add(Identity.key(xId, member));
    }

    /** The member's word on the X id is the newest again, or went. */
    public void identityIsNew(XId xId, MemberId member) {
        if (!identities.isEmpty()) {
            identities.remove(Identity.key(xId, member));
        }
    }

    public int size() {
        return lists.size() + identities.size();
    }
}
