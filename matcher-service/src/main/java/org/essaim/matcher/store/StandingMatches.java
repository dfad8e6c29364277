package org.essaim.matcher.store;

import java.util.Arrays;

/** What was published last for each member of the bucket, by the member's slot: 20 bytes each, whatever matches. */
public final class StandingMatches {

    /** 0 where nothing stands. */
    private long[] generations = new long[16];

    private int[] counts = new int[16];
    private long[] fingerprints = new long[16];
    private long count;

    /** The generation of the list that they were computed from; 0 where nothing stands, below it where that cannot be read. */
    public long generation(int slot) {
        return has(slot) ? generations[slot] : 0;
    }

    /** Whether something stands, if only that nothing matches. */
    public boolean has(int slot) {
        return slot >= 0 && slot < generations.length && generations[slot] != 0;
    }

    public boolean stands(int slot, Standing standing) {
        return has(slot)
                && generations[slot] == standing.generation()
                && counts[slot] == standing.matches()
                && fingerprints[slot] == standing.fingerprint();
    }

    public void put(int slot, Standing standing) {
        if (slot >= generations.length) {
            int length = MemberSlots.roomFor(slot);
            generations = Arrays.copyOf(generations, length);
            counts = Arrays.copyOf(counts, length);
            fingerprints = Arrays.copyOf(fingerprints, length);
        }
        count += standing.matches() - counts[slot];
        generations[slot] = standing.generation();
        counts[slot] = standing.matches();
        fingerprints[slot] = standing.fingerprint();
    }

    /** Whether anything stood. */
    public boolean remove(int slot) {
        if (!has(slot)) {
            return false;
        }
        count -= counts[slot];
        generations[slot] = 0;
        counts[slot] = 0;
        fingerprints[slot] = 0;
        return true;
    }

    /** Matches that stand, over all members. */
    public long count() {
        return count;
    }
}
