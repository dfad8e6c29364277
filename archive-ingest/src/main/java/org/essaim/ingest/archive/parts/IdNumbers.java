package org.essaim.ingest.archive.parts;

import java.util.Arrays;

/** Numbers ids from 0 in the order they are met; 20 bytes an id. */
final class IdNumbers {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int most;
    private long[] ids = new long[64];
    /** Open addressing, at most half full: an id's number + 1, or 0 for a free place. */
    private int[] table = new int[128];

    private int size;

    /** @param most how many ids get a number */
    IdNumbers(int most) {
        this.most = most;
    }

    int size() {
        return size;
    }

    long id(int number) {
        return ids[number];
    }

    /** The id's number, a new one when it is met first; -1 when no numbers are left. */
    int of(long id) {
        int place = place(id, table);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        if (size == most) {
            return -1;
        }
        if (size == ids.length) {
            grow();
            place = place(id, table);
        }
        ids[size] = id;
        table[place] = ++size;
        return size - 1;
    }

    private int place(long id, int[] places) {
        int mask = places.length - 1;
        int place = (int) ((id * SPREAD) >>> 32) & mask;
        while (places[place] != 0 && ids[places[place] - 1] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        ids = Arrays.copyOf(ids, size * 2);
        int[] larger = new int[table.length * 2];
        for (int number = 0; number < size; number++) {
            larger[place(ids[number], larger)] = number + 1;
        }
        table = larger;
    }
}
