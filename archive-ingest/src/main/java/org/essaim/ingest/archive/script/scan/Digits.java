package org.essaim.ingest.archive.script.scan;

/** Decimal numbers as bytes. */
final class Digits {

    private static final int LONGEST = 19;

    private Digits() {}

    /** The number that the digits write; -1 when they write none, or one beyond 2^63. */
    static long natural(byte[] text, int start, int end) {
        if (start == end || end - start > LONGEST) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        // 19 digits overflow into the negative at most once, so the sign tells.
        return Math.max(number, -1);
    }
}
