package org.essaim.matcher.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Bytes that are put together piece by piece, again and again in the same array. Not thread-safe. */
final class AsciiOut {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 20;
    private static final int UUID_TEXT = 36;

    private byte[] bytes = new byte[4096];
    private int end;

    AsciiOut clear() {
        end = 0;
        return this;
    }

    AsciiOut put(byte[] piece) {
        makeRoom(piece.length);
        System.arraycopy(piece, 0, bytes, end, piece.length);
        end += piece.length;
        return this;
    }

    AsciiOut put(char ascii) {
        makeRoom(1);
        bytes[end++] = (byte) ascii;
        return this;
    }

    /** The decimal digits of a number that is not negative. */
    AsciiOut put(long number) {
        makeRoom(LONGEST_NUMBER);
        int length = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        long rest = number;
        for (int at = end + length - 1; at >= end; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += length;
        return this;
    }

    /** The canonical text, as {@link UUID#toString} gives it. */
    AsciiOut put(UUID id) {
        makeRoom(UUID_TEXT);
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        hex(high >>> 32, 8);
        put('-').hex(high >>> 16, 4)
                .put('-')
                .hex(high, 4)
                .put('-')
                .hex(low >>> 48, 4)
                .put('-');
        return hex(low, 12);
    }

    private AsciiOut hex(long value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            bytes[end++] = HEX[(int) (value >>> shift) & 0xF];
        }
        return this;
    }

    private void makeRoom(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, end);
    }
}
