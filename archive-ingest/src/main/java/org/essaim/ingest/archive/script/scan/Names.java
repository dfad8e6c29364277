package org.essaim.ingest.archive.script.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The few field names that a place knows, found by their bytes. */
public final class Names {

    private static final int SLOTS = 256;

    private final byte[][] names;
    /** By {@link #slot}: the name's number + 1, or 0 for none. */
    private final byte[] bySlot = new byte[SLOTS];

    private Names(byte[][] names) {
        this.names = names;
    }

    /** Names, numbered from 0. Two that share length, first and last letter share a slot, and are refused. */
    public static Names of(String... names) {
        byte[][] bytes = Arrays.stream(names)
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        Names known = new Names(bytes);
        for (int i = 0; i < bytes.length; i++) {
            int slot = slot(bytes[i], 0, bytes[i].length);
            if (known.bySlot[slot] != 0) {
                throw new IllegalArgumentException(names[i] + " shares the slot of another name");
            }
            known.bySlot[slot] = (byte) (i + 1);
        }
        return known;
    }

    /** The number of the name that stands there, or {@link Scanner#OTHER}. */
    int find(byte[] text, int start, int end) {
        if (start == end) {
            return Scanner.OTHER;
        }
        int number = bySlot[slot(text, start, end)] - 1;
        if (number < 0) {
            return Scanner.OTHER;
        }
        byte[] name = names[number];
        return Arrays.equals(text, start, end, name, 0, name.length) ? number : Scanner.OTHER;
    }

    private static int slot(byte[] text, int start, int end) {
        return ((end - start) * 31 + text[start] * 7 + text[end - 1]) & (SLOTS - 1);
    }
}
