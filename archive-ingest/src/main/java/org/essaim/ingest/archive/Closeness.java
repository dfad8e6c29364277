package org.essaim.ingest.archive;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.IdSet;

/** The accounts a person wrote to most, closest first: rank 1 is the closest, each rank is held by one account. */
public final class Closeness {

    public static final Closeness NONE = new Closeness(new long[0]);

    private final long[] closestFirst;

    private Closeness(long[] closestFirst) {
        this.closestFirst = closestFirst;
    }

    /** Keeps the order given; refuses an account that is named twice. */
    public static Closeness of(long... closestFirst) {
        if (LongStream.of(closestFirst).distinct().count() != closestFirst.length) {
            throw new IllegalArgumentException("an account has one closeness rank");
        }
        return closestFirst.length == 0 ? NONE : new Closeness(closestFirst.clone());
    }

    public int size() {
        return closestFirst.length;
    }

    /** The ids, closest first, in an array of the caller's own. */
    public long[] toArray() {
        return closestFirst.clone();
    }

    /** Ranks beside the followings of each bucket, by position; 0 for a following without a rank. */
    public int[][] ranksBeside(IdSet[] followingsByBucket) {
        int count = followingsByBucket.length;
        int[][] ranks = new int[count][];
        for (int bucket = 0; bucket < count; bucket++) {
            ranks[bucket] = new int[followingsByBucket[bucket].size()];
        }
        for (int i = 0; i < closestFirst.length; i++) {
            int bucket = Buckets.of(closestFirst[i], count);
            int position = followingsByBucket[bucket].indexOf(closestFirst[i]);
            if (position >= 0) {
                ranks[bucket][position] = i + 1;
            }
        }
        return ranks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Closeness closeness && Arrays.equals(closestFirst, closeness.closestFirst);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(closestFirst);
    }

    /** The size only: who is close to whom is personal. */
    @Override
    public String toString() {
        return "Closeness[" + closestFirst.length + "]";
    }
}
