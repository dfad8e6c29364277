package org.essaim.matcher.store;

import java.util.HashMap;
import java.util.Map;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** The identities of one bucket. Several members may stand for one X id: one at most is right. */
public final class Identities {

    private final Map<Long, Map<MemberId, Identity>> byXId = new HashMap<>();
    private int size;

    public @Nullable Identity find(long xId, MemberId member) {
        return byXId.getOrDefault(xId, Map.of()).get(member);
    }

    /** Keeps the identity in place of what the member said of this X id before. */
    public void put(Identity identity) {
        Identity before = byXId.computeIfAbsent(identity.xId().value(), _ -> new HashMap<>(2))
                .put(identity.member(), identity);
        size += before == null ? 1 : 0;
    }

    public void remove(long xId, MemberId member) {
        Map<MemberId, Identity> rivals = byXId.get(xId);
        if (rivals != null && rivals.remove(member) != null) {
            size--;
            if (rivals.isEmpty()) {
                byXId.remove(xId);
            }
        }
    }

    /** The one identity that is proven on this X id; null when there is none, and when two members have a proof. */
    public @Nullable Identity soleOwner(long xId) {
        Map<MemberId, Identity> rivals = byXId.get(xId);
        if (rivals == null) {
            return null;
        }
        Identity owner = null;
        for (Identity identity : rivals.values()) {
            if (identity.assurance() == Assurance.PROVEN) {
                if (owner != null) {
                    return null;
                }
                owner = identity;
            }
        }
        return owner;
    }

    public int size() {
        return size;
    }
}
