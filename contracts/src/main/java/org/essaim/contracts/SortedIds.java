package org.essaim.contracts;

import java.util.Arrays;

/** A set of X ids that is read anew again and again, into the same array: what {@link IdSet} is for one. */
final class SortedIds {

    private long[] ids = new long[16];
    private int size;

    /** Reads the packed form of {@link IdSet} in place of what was here, and refuses the same. */
    void read(PackedInput in) {
        long low = in.getVarint();
        long large = in.getVarint();
        if (low > in.remaining() || large > in.remaining() / Long.BYTES) {
            throw new IllegalArgumentException("a packed id set names more ids than it holds");
        }
        size = (int) (low + large);
        if (size > ids.length) {
            ids = new long[Math.max(size, 2 * ids.length)];
        }
        long previous = 0;
        for (int i = 0; i < low; i++) {
            previous = ascending(previous, previous + in.getVarint());
            ids[i] = previous;
        }
        for (int i = (int) low; i < size; i++) {
            previous = ascending(previous, in.getLong());
            ids[i] = previous;
        }
    }

    private static long ascending(long previous, long next) {
        if (next <= previous) {
            throw new IllegalArgumentException("a packed id set is not ascending");
        }
        return next;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return ids[index];
    }

    boolean contains(long id) {
        return size > 0 && Arrays.binarySearch(ids, 0, size, id) >= 0;
    }
}
