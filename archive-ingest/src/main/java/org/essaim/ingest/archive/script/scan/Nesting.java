package org.essaim.ingest.archive.script.scan;

/** Which brackets are open, innermost last; at most 64, which is far more than archives nest. */
final class Nesting {

    private static final int DEEPEST = 64;

    /** One bit a level, the innermost lowest: set for an object, clear for an array. */
    private long objects;

    private int depth;

    void clear() {
        depth = 0;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    /** Opens a level that this bracket will end; false when it is too deep. */
    boolean open(char end) {
        objects = objects << 1 | (end == '}' ? 1 : 0);
        return ++depth <= DEEPEST;
    }

    /** Ends the innermost level; false when it does not end by this bracket. */
    boolean close(char end) {
        if (depth == 0 || (objects & 1) != (end == '}' ? 1 : 0)) {
            return false;
        }
        objects >>>= 1;
        depth--;
        return true;
    }
}
