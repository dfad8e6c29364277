package org.essaim.contracts;

import java.util.Arrays;

/**
 * Reads {@linkplain FollowList#pack packed} follow lists one after the other into the same arrays: for those who read many,
 * nothing is allocated for a list or an id. Stands on the list that was read last. Not thread-safe.
 */
public final class FollowListCursor {

    /** The most bytes that generation, assurance and owner take at the beginning of a list. */
    public static final int HEAD = 2 + 10 + Long.BYTES;

    private final PackedInput in = new PackedInput();
    private final SortedIds followings = new SortedIds();
    private final SortedIds followers = new SortedIds();
    private final SortedIds blocks = new SortedIds();
    private Assurance assurance = Assurance.CLAIMED;
    private long generation;
    private long ownerXId;
    private int[] closeness = new int[16];
    private boolean ranked;

    /**
     * Reads a whole list.
     *
     * @param length how many bytes of the array are the list
     * @throws IllegalArgumentException for all that {@link FollowList#unpack} refuses; the cursor then stands on no list
     */
    public void read(byte[] packed, int length) {
        readFollowings(packed, length);
        followers.read(in);
        blocks.read(in);
        readCloseness();
        if (in.remaining() > 0) {
            throw new IllegalArgumentException("a follow list has bytes left over");
        }
    }

    /** Reads the beginning of a list that is known to be whole: until the next read nothing else of it may be asked. */
    public void readFollowings(byte[] packed, int length) {
        readHead(packed, length);
        followings.read(in);
    }

    /**
     * Reads generation, assurance and owner: until the next read nothing else of the list may be asked.
     *
     * @param length of the list, or {@link #HEAD} if that is less
     */
    public void readHead(byte[] packed, int length) {
        in.begin(packed, length);
        byte format = in.get();
        if (format != FollowList.FORMAT) {
            throw new IllegalArgumentException(
                    "a follow list has format " + format + ", this reader knows " + FollowList.FORMAT);
        }
        assurance = FollowList.assuranceOf(in.get());
        generation = in.getVarint();
        ownerXId = in.getLong();
        if (generation <= 0 || ownerXId <= 0) {
            throw new IllegalArgumentException("a generation starts at 1, and an X id is a positive number");
        }
    }

    private void readCloseness() {
        long count = in.getVarint();
        ranked = count > 0;
        if (!ranked) {
            return;
        }
        if (closeness.length < followings.size()) {
            closeness = new int[Math.max(followings.size(), 2 * closeness.length)];
        }
        Arrays.fill(closeness, 0, followings.size(), 0);
        for (long i = 0; i < count; i++) {
            long position = in.getVarint();
            if (position >= followings.size()) {
                throw new IllegalArgumentException("a closeness rank stands outside the followings");
            }
            long rank = in.getVarint();
            if (rank < 1 || rank > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a closeness rank is 1 or more");
            }
            closeness[(int) position] = (int) rank;
        }
    }

    public long generation() {
        return generation;
    }

    public long ownerXId() {
        return ownerXId;
    }

    public Assurance assurance() {
        return assurance;
    }

    /** How many followings there are. */
    public int followings() {
        return followings.size();
    }

    /** The following at a position, ascending. */
    public long following(int position) {
        return followings.get(position);
    }

    /** How many followers there are. */
    public int followers() {
        return followers.size();
    }

    public boolean isFollower(long xId) {
        return followers.contains(xId);
    }

    public boolean isBlocked(long xId) {
        return blocks.contains(xId);
    }

    /** The closeness rank of the following at a position: 1 is the closest person, 0 means not known. */
    public int closenessAt(int position) {
        return ranked ? closeness[position] : 0;
    }

    /** The generation only: whom a person follows is personal. */
    @Override
    public String toString() {
        return "FollowListCursor[generation=" + generation + "]";
    }
}
