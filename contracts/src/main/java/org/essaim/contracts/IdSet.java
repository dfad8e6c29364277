package org.essaim.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;

/**
 * An immutable, sorted set of X ids, and its packed form.
 *
 * <p>Packed: how many ids are below 2^40 (varint), how many are not (varint), the low ones as varint differences from
 * their predecessor, the others as 8 bytes each, big-endian. Ids issued before 2016 are dense, so differences pay;
 * snowflakes are not, and a difference would take more bytes than the id. In JSON: the packed form in base64.
 */
public final class IdSet {

    public static final IdSet EMPTY = new IdSet(new long[0]);

    private static final long FIRST_LARGE = 1L << 40;

    private final long[] sorted;

    private IdSet(long[] sorted) {
        this.sorted = sorted;
    }

    /** Sorts and folds duplicates; refuses numbers that are no X id. */
    public static IdSet of(long... ids) {
        if (ids.length == 0) {
            return EMPTY;
        }
        long[] sorted = ids.clone();
        Arrays.sort(sorted);
        if (sorted[0] <= 0) {
            throw new IllegalArgumentException("an X id is a positive number");
        }
        return new IdSet(withoutRepeats(sorted));
    }

    /** Moves what is new to the front; streams would box every id. */
    private static long[] withoutRepeats(long[] sorted) {
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return distinct == sorted.length ? sorted : Arrays.copyOf(sorted, distinct);
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** The id at a position, ascending. */
    public long get(int index) {
        return sorted[index];
    }

    /** The position of an id, or a negative number when it is not in the set. */
    public int indexOf(long id) {
        return Arrays.binarySearch(sorted, id);
    }

    public boolean contains(long id) {
        return indexOf(id) >= 0;
    }

    /** The ids, ascending, in an array of the caller's own. */
    public long[] toArray() {
        return sorted.clone();
    }

    public LongStream stream() {
        return LongStream.of(sorted);
    }

    /** The part of this set that belongs to each bucket, by bucket number; empty ones included. */
    public IdSet[] byBucket(int count) {
        if (isEmpty()) {
            IdSet[] none = new IdSet[count];
            Arrays.fill(none, EMPTY);
            return none;
        }
        int[] sizes = new int[count];
        for (long id : sorted) {
            sizes[Buckets.of(id, count)]++;
        }
        long[][] parts = new long[count][];
        for (int bucket = 0; bucket < count; bucket++) {
            parts[bucket] = new long[sizes[bucket]];
        }
        int[] filled = new int[count];
        for (long id : sorted) {
            int bucket = Buckets.of(id, count);
            parts[bucket][filled[bucket]++] = id;
        }
        return Arrays.stream(parts).map(IdSet::new).toArray(IdSet[]::new);
    }

    int packedSize() {
        int low = lowCount();
        int size = Varint.size(low) + Varint.size(sorted.length - low) + 8 * (sorted.length - low);
        long previous = 0;
        for (int i = 0; i < low; i++) {
            size += Varint.size(sorted[i] - previous);
            previous = sorted[i];
        }
        return size;
    }

    void packInto(ByteBuffer out) {
        int low = lowCount();
        Varint.put(out, low);
        Varint.put(out, sorted.length - low);
        long previous = 0;
        for (int i = 0; i < low; i++) {
            Varint.put(out, sorted[i] - previous);
            previous = sorted[i];
        }
        for (int i = low; i < sorted.length; i++) {
            out.putLong(sorted[i]);
        }
    }

    static IdSet unpackFrom(ByteBuffer in) {
        long low = Varint.get(in);
        long large = Varint.get(in);
        if (low < 0 || large < 0 || low > in.remaining() || large > in.remaining() / 8) {
            throw new IllegalArgumentException("a packed id set names more ids than it holds");
        }
        long[] ids = new long[(int) (low + large)];
        long previous = 0;
        for (int i = 0; i < ids.length; i++) {
            long id = i < low ? previous + Varint.get(in) : in.getLong();
            if (id <= previous) {
                throw new IllegalArgumentException("a packed id set is not ascending");
            }
            ids[i] = id;
            previous = id;
        }
        return ids.length == 0 ? EMPTY : new IdSet(ids);
    }

    /** The packed form of this set alone. */
    public byte[] pack() {
        ByteBuffer out = ByteBuffer.allocate(packedSize());
        packInto(out);
        return out.array();
    }

    /** Reads {@link #pack}; refuses anything else. */
    public static IdSet unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        try {
            IdSet set = unpackFrom(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("a packed id set has bytes left over");
            }
            return set;
        } catch (java.nio.BufferUnderflowException e) {
            throw new IllegalArgumentException("a packed id set ends early", e);
        }
    }

    @JsonCreator
    static IdSet fromBase64(String text) {
        return unpack(Base64.getDecoder().decode(text));
    }

    @JsonValue
    String toBase64() {
        return Base64.getEncoder().encodeToString(pack());
    }

    private int lowCount() {
        int found = Arrays.binarySearch(sorted, FIRST_LARGE);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet set && Arrays.equals(sorted, set.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /** The size only: whom a person follows is personal. */
    @Override
    public String toString() {
        return "IdSet[" + sorted.length + "]";
    }
}
