package org.essaim.contracts;

/**
 * Where the lists and the identity of one X account meet: bucket = partition of {@code follow.lists}, {@code identities}
 * and {@code matches}. Fixed for the life of v1.
 *
 * <p>The bucket comes from the <em>high</em> bits of the mixed id; whoever hashes ids inside a bucket takes other bits.
 */
public final class Buckets {

    /** Buckets, and so partitions of the three topics, of v1. */
    public static final int COUNT = 32;

    private Buckets() {}

    /** The bucket of an X id, 0 to {@value #COUNT} - 1. */
    public static int of(long xId) {
        return of(xId, COUNT);
    }

    /** The bucket under another count, for rebuilding into a new version of the topics. */
    public static int of(long xId, int count) {
        return (int) Math.unsignedMultiplyHigh(mix(xId), count);
    }

    /** The finaliser of SplitMix64: each bit of the id moves every bit of the result. */
    static long mix(long id) {
        long z = id + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
