package org.essaim.matcher.store;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes outside the heap, appended one record after the other to pieces that grow from 4 to 256 kB: no object for a record, and no
 * work for the collector. What is removed is overwritten at once; its room comes back when the caller copies the rest. Belongs to
 * the thread that made it; lives until {@link #close}.
 */
final class Slabs implements AutoCloseable {

    private static final int SMALLEST = 4 * 1024;
    private static final int LARGEST = 256 * 1024;

    /** An address is the number of the piece and the offset in it: up to 4 GB a bucket. */
    private static final int OFFSET_BITS = 18;

    private static final int OFFSET_MASK = (1 << OFFSET_BITS) - 1;
    private static final int MOST_SLABS = 1 << (Integer.SIZE - OFFSET_BITS);

    private final List<Slab> slabs = new ArrayList<>();
    private long live;
    private long garbage;

    private static final class Slab implements AutoCloseable {

        private final Arena arena = Arena.ofConfined();
        private final MemorySegment bytes;
        private int end;

        Slab(int size) {
            bytes = arena.allocate(size, 1);
        }

        boolean hasRoomFor(int length) {
            return bytes.byteSize() - end >= length;
        }

        @Override
        public void close() {
            arena.close();
        }
    }

    /** Keeps the first bytes of the array; gives the address they are read from. */
    int append(byte[] record, int length) {
        if (slabs.isEmpty() || !slabs.getLast().hasRoomFor(length)) {
            addSlab(length);
        }
        Slab slab = slabs.getLast();
        MemorySegment.copy(record, 0, slab.bytes, ValueLayout.JAVA_BYTE, slab.end, length);
        int address = ((slabs.size() - 1) << OFFSET_BITS) | slab.end;
        slab.end += length;
        live += length;
        return address;
    }

    /** A record that is larger than a piece has one of its own, at offset 0. */
    private void addSlab(int length) {
        if (slabs.size() == MOST_SLABS) {
            throw new IllegalStateException("the lists of one bucket take more than 4 GB");
        }
        slabs.add(new Slab(Math.max(nextSize(), length)));
    }

    private int nextSize() {
        return slabs.isEmpty() ? SMALLEST : Math.clamp(2 * slabs.getLast().bytes.byteSize(), SMALLEST, LARGEST);
    }

    /** Copies a record to the beginning of an array. */
    void read(int address, int length, byte[] into) {
        MemorySegment.copy(bytes(address), ValueLayout.JAVA_BYTE, offset(address), into, 0, length);
    }

    void remove(int address, int length) {
        bytes(address).asSlice(offset(address), length).fill((byte) 0);
        live -= length;
        garbage += length;
    }

    /** Whether so much was removed that copying the rest pays: a quarter of what is kept, and not just a few records. */
    boolean worthCopying() {
        return garbage > SMALLEST && 4 * garbage > live;
    }

    private MemorySegment bytes(int address) {
        return slabs.get(address >>> OFFSET_BITS).bytes;
    }

    private static int offset(int address) {
        return address & OFFSET_MASK;
    }

    @Override
    public void close() {
        slabs.forEach(Slab::close);
        slabs.clear();
    }
}
