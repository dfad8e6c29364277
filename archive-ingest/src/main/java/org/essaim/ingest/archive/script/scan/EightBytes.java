package org.essaim.ingest.archive.script.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at up to eight bytes at a time; reads up to seven bytes behind the end it is given. */
final class EightBytes {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle HALF = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int QUOTE_AND_COLON = '"' | ' ' << 8 | ':' << 16 | ' ' << 24;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BLANKS = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private EightBytes() {}

    /** Whether this is a quote with a colon behind it between two blanks, as X writes the end of a name. */
    static boolean isQuoteAndColon(byte[] bytes, int at) {
        return (int) HALF.get(bytes, at) == QUOTE_AND_COLON;
    }

    /** The first byte that is no blank; something else than blanks must follow somewhere. */
    static int behindBlanks(byte[] bytes, int from) {
        int at = from;
        long word = (long) WORD.get(bytes, at) ^ BLANKS;
        while (word == 0) {
            at += Long.BYTES;
            word = (long) WORD.get(bytes, at) ^ BLANKS;
        }
        return at + (Long.numberOfTrailingZeros(word) >>> 3);
    }

    /** The first quote or backslash, or some place at or behind the end. */
    static int quoteOrBackslash(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            long word = (long) WORD.get(bytes, at);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            // The lowest set bit marks the first byte that is zero in either; a carry disturbs higher bytes only.
            long found = (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash)) & HIGH_BITS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }
}
