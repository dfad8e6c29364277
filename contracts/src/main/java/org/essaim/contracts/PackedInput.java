package org.essaim.contracts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads packed numbers out of an array that the caller keeps. A read past the end is an {@link IllegalArgumentException}. */
final class PackedInput {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    /** Begins at the first of {@code length} bytes. */
    void begin(byte[] packed, int length) {
        bytes = packed;
        position = 0;
        end = length;
    }

    int remaining() {
        return end - position;
    }

    byte get() {
        if (position >= end) {
            throw endsEarly();
        }
        return bytes[position++];
    }

    long getLong() {
        if (end - position < Long.BYTES) {
            throw endsEarly();
        }
        long value = (long) LONG.get(bytes, position);
        position += Long.BYTES;
        return value;
    }

    /** A number as {@link Varint} writes it. */
    long getVarint() {
        byte[] in = bytes;
        int at = position;
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            if (at >= end) {
                throw endsEarly();
            }
            byte next = in[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                position = at;
                return value;
            }
        }
        throw new IllegalArgumentException("a varint is longer than 9 bytes");
    }

    private static IllegalArgumentException endsEarly() {
        return new IllegalArgumentException("a follow list ends early");
    }
}
