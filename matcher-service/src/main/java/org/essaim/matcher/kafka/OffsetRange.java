package org.essaim.matcher.kafka;

/**
 * The records of a partition that a restore has to read: those that are there at its beginning.
 *
 * @param begin the first offset that is there
 * @param end the offset after the last one
 */
record OffsetRange(long begin, long end) {

    long size() {
        return end - begin;
    }

    /** How many of them are read when this is the next offset. */
    long readAt(long next) {
        return Math.clamp(next, begin, end) - begin;
    }
}
