package org.essaim.matcher.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.jspecify.annotations.Nullable;

/** The identities of one bucket. Several members may stand for one X id: one at most is right. */
public final class Identities {

    private final Map<Long, Map<MemberId, Identity>> byXId = new HashMap<>();
    private final LongTable<Owner> owners = new LongTable<>(Owner[]::new);
    private int size;

    public @Nullable Identity find(long xId, MemberId member) {
        return byXId.getOrDefault(xId, Map.of()).get(member);
    }

    /**
     * Keeps the identity in place of what the member said of this X id before.
     *
     * @return whether the {@linkplain #soleOwner sole owner} of the X id differs now
     */
    public boolean put(Identity identity) {
        long xId = identity.xId().value();
        Identity before = byXId.computeIfAbsent(xId, _ -> new HashMap<>(2)).put(identity.member(), identity);
        size += before == null ? 1 : 0;
        return ownerChanged(xId);
    }

    /** Forgets what the member said of this X id; gives the same as {@link #put}. */
    public boolean remove(long xId, MemberId member) {
        Map<MemberId, Identity> rivals = byXId.get(xId);
        if (rivals == null || rivals.remove(member) == null) {
            return false;
        }
        size--;
        if (rivals.isEmpty()) {
            byXId.remove(xId);
        }
        return ownerChanged(xId);
    }

    private boolean ownerChanged(long xId) {
        Owner before = owners.get(xId);
        Identity now = solelyProven(xId);
        if (Objects.equals(before == null ? null : before.identity(), now)) {
            return false;
        }
        if (now == null) {
            owners.remove(xId);
        } else {
            owners.put(xId, new Owner(now));
        }
        return true;
    }

    private @Nullable Identity solelyProven(long xId) {
        Identity owner = null;
        for (Identity identity : byXId.getOrDefault(xId, Map.of()).values()) {
            if (identity.assurance() == Assurance.PROVEN) {
                if (owner != null) {
                    return null;
                }
                owner = identity;
            }
        }
        return owner;
    }

    /** The one identity that is proven on this X id; null when there is none, and when two members have a proof. */
    public @Nullable Owner soleOwner(long xId) {
        return owners.get(xId);
    }

    public int size() {
        return size;
    }
}
