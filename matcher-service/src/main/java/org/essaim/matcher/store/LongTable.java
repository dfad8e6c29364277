package org.essaim.matcher.store;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values by X id: open addressing in two arrays, so that a probe that finds nothing touches one cache line. X ids are positive;
 * 0 is an empty place.
 *
 * <p>All ids of a bucket agree in the high bits of the mix that chose the bucket, so the slot here comes from another one.
 */
public final class LongTable<V> {

    static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final int FIRST = 16;

    private long[] keys = new long[FIRST];
    private final IntFunction<@Nullable V[]> arrays;
    private @Nullable V[] values;
    private int size;

    /**
     * @param arrays makes an array of values, as {@code Owner[]::new}
     */
    public LongTable(IntFunction<@Nullable V[]> arrays) {
        this.arrays = arrays;
        this.values = arrays.apply(FIRST);
    }

    public @Nullable V get(long key) {
        return values[place(key)];
    }

    public void put(long key, V value) {
        int place = place(key);
        size += keys[place] == 0 ? 1 : 0;
        keys[place] = key;
        values[place] = value;
        if (2 * size > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] keysBefore = keys;
        @Nullable V[] valuesBefore = values;
        keys = new long[2 * keysBefore.length];
        values = arrays.apply(keys.length);
        for (int i = 0; i < keysBefore.length; i++) {
            if (keysBefore[i] != 0) {
                int place = place(keysBefore[i]);
                keys[place] = keysBefore[i];
                values[place] = valuesBefore[i];
            }
        }
    }

    public void remove(long key) {
        int gap = place(key);
        if (keys[gap] == 0) {
            return;
        }
        int mask = keys.length - 1;
        for (int next = (gap + 1) & mask; keys[next] != 0; next = (next + 1) & mask) {
            if (((next - home(keys[next])) & mask) >= ((next - gap) & mask)) {
                keys[gap] = keys[next];
                values[gap] = values[next];
                gap = next;
            }
        }
        keys[gap] = 0;
        values[gap] = null;
        size--;
    }

    public int size() {
        return size;
    }

    public void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(values, null);
        size = 0;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = home(key);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private int home(long key) {
        long mixed = key * SPREAD;
        return (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
    }
}
