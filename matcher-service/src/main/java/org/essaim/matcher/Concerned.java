package org.essaim.matcher;

import java.util.Arrays;
import java.util.BitSet;

/** The members whose matches may differ after a batch of inputs, each once, with the first input that concerned it. */
final class Concerned {

    private final BitSet known = new BitSet();
    private int[] slots = new int[16];
    private int[] causes = new int[16];
    private int size;

    void add(int slot, int cause) {
        if (known.get(slot)) {
            return;
        }
        known.set(slot);
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
            causes = Arrays.copyOf(causes, 2 * size);
        }
        slots[size] = slot;
        causes[size] = cause;
        size++;
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }

    int cause(int index) {
        return causes[index];
    }
}
