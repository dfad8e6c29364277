package org.essaim.matcher.store;

import java.util.Arrays;
import java.util.UUID;
import org.essaim.contracts.MemberId;

/**
 * Gives each member of a bucket a small number, its slot, so that all else about the member stands in arrays: an open-addressing
 * table without an object for a member. Slots that were given back are given out again.
 */
public final class MemberSlots {

    /** What {@link #find} gives for a member without a slot. */
    public static final int NONE = -1;

    private static final int FIRST = 16;

    private long[] high = new long[FIRST];
    private long[] low = new long[FIRST];
    /** The slot plus one; 0 is an empty place. A power of two, at most two thirds full. */
    private int[] table = new int[2 * FIRST];

    private int[] free = new int[0];
    private int freeCount;
    private int end;

    public int find(MemberId member) {
        UUID id = member.value();
        return table[place(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    }

    /** The member's slot; a new one when it has none. */
    public int claim(MemberId member) {
        UUID id = member.value();
        long most = id.getMostSignificantBits();
        long least = id.getLeastSignificantBits();
        int place = place(most, least);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        int slot = freeCount > 0 ? free[--freeCount] : append();
        high[slot] = most;
        low[slot] = least;
        table[place] = slot + 1;
        if (3 * size() > 2 * table.length) {
            grow();
        }
        return slot;
    }

    /** The length of an array that must hold this slot: an eighth more, as each byte a slot counts in every bucket. */
    static int roomFor(int slot) {
        return Math.max(FIRST, slot + 1 + (slot >> 3));
    }

    private int append() {
        if (end == high.length) {
            int length = roomFor(end);
            high = Arrays.copyOf(high, length);
            low = Arrays.copyOf(low, length);
        }
        return end++;
    }

    private void grow() {
        int[] before = table;
        table = new int[2 * before.length];
        for (int entry : before) {
            if (entry != 0) {
                table[place(high[entry - 1], low[entry - 1])] = entry;
            }
        }
    }

    /** Forgets the member of the slot. */
    public void release(int slot) {
        int gap = place(high[slot], low[slot]);
        int mask = table.length - 1;
        // Whoever stood behind because of the one that goes moves up, or a later search would end at the gap.
        for (int next = (gap + 1) & mask; table[next] != 0; next = (next + 1) & mask) {
            int home = home(high[table[next] - 1], low[table[next] - 1]);
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                table[gap] = table[next];
                gap = next;
            }
        }
        table[gap] = 0;
        high[slot] = 0;
        low[slot] = 0;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(FIRST, 2 * freeCount));
        }
        free[freeCount++] = slot;
    }

    public MemberId member(int slot) {
        return new MemberId(new UUID(high[slot], low[slot]));
    }

    /** Whether the slot is a member's now, and was not given back. */
    public boolean isTaken(int slot) {
        return table[place(high[slot], low[slot])] == slot + 1;
    }

    /** Every slot that was ever given is below this. */
    public int end() {
        return end;
    }

    public int size() {
        return end - freeCount;
    }

    /** Where the member stands in the table, or the empty place where it would. */
    private int place(long most, long least) {
        int mask = table.length - 1;
        int place = home(most, least);
        while (table[place] != 0 && !(high[table[place] - 1] == most && low[table[place] - 1] == least)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private int home(long most, long least) {
        long mixed = (most ^ Long.rotateLeft(least, 32)) * LongTable.SPREAD;
        return (int) (mixed >>> 32) & (table.length - 1);
    }
}
