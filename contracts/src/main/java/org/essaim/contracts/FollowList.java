package org.essaim.contracts;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One bucket of one member's lists: the value of {@code follow.lists.v1}, whole for its key.
 *
 * <p>A new generation writes every bucket, empty ones too; readers ignore an older generation. Packed form, version 1:
 * format byte 1; assurance byte (0 claimed, 1 proven); generation (varint); the owner's X id (8 bytes, big-endian); the
 * {@linkplain IdSet packed} followings, followers and blocks; then how many followings have a closeness rank (varint)
 * and, for each, its position among the followings and its rank (varints).
 */
public final class FollowList {

    static final byte FORMAT = 1;
    private static final int[] NO_RANKS = new int[0];

    private final long generation;
    private final long ownerXId;
    private final Assurance assurance;
    private final IdSet followings;
    private final IdSet followers;
    private final IdSet blocks;
    private final int[] closeness;

    /**
     * @param closeness the rank of each following by position (1 = closest, 0 = not known), or null when none is known
     */
    public FollowList(
            long generation,
            XId owner,
            Assurance assurance,
            IdSet followings,
            IdSet followers,
            IdSet blocks,
            int @Nullable [] closeness) {
        if (generation <= 0) {
            throw new IllegalArgumentException("a generation starts at 1");
        }
        if (closeness != null && closeness.length != followings.size()) {
            throw new IllegalArgumentException("there is one closeness rank for each following");
        }
        if (closeness != null && Arrays.stream(closeness).anyMatch(rank -> rank < 0)) {
            throw new IllegalArgumentException("a closeness rank is 1 or more, or 0 when not known");
        }
        this.generation = generation;
        this.ownerXId = owner.value();
        this.assurance = Objects.requireNonNull(assurance);
        this.followings = followings;
        this.followers = followers;
        this.blocks = blocks;
        this.closeness = closeness == null || Arrays.stream(closeness).allMatch(rank -> rank == 0)
                ? NO_RANKS
                : closeness.clone();
    }

    public long generation() {
        return generation;
    }

    public XId owner() {
        return new XId(ownerXId);
    }

    public long ownerXId() {
        return ownerXId;
    }

    public Assurance assurance() {
        return assurance;
    }

    public IdSet followings() {
        return followings;
    }

    public IdSet followers() {
        return followers;
    }

    public IdSet blocks() {
        return blocks;
    }

    /** The closeness rank of the following at a position: 1 is the closest person, 0 means not known. */
    public int closenessAt(int index) {
        return closeness.length == 0 ? 0 : closeness[index];
    }

    public byte[] pack() {
        int ranked = (int) Arrays.stream(closeness).filter(rank -> rank > 0).count();
        int size = 2 + Varint.size(generation) + 8 + Varint.size(ranked);
        size += followings.packedSize() + followers.packedSize() + blocks.packedSize();
        for (int i = 0; i < closeness.length; i++) {
            size += closeness[i] > 0 ? Varint.size(i) + Varint.size(closeness[i]) : 0;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(FORMAT).put((byte) (assurance == Assurance.PROVEN ? 1 : 0));
        Varint.put(out, generation);
        out.putLong(ownerXId);
        followings.packInto(out);
        followers.packInto(out);
        blocks.packInto(out);
        Varint.put(out, ranked);
        for (int i = 0; i < closeness.length; i++) {
            if (closeness[i] > 0) {
                Varint.put(out, i);
                Varint.put(out, closeness[i]);
            }
        }
        return out.array();
    }

    /** Reads {@link #pack}; refuses an unknown format, a truncated or an overlong record with {@link IllegalArgumentException}. */
    public static FollowList unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        try {
            byte format = in.get();
            if (format != FORMAT) {
                throw new IllegalArgumentException(
                        "a follow list has format " + format + ", this reader knows " + FORMAT);
            }
            Assurance assurance = assuranceOf(in.get());
            long generation = Varint.get(in);
            XId owner = new XId(in.getLong());
            IdSet followings = IdSet.unpackFrom(in);
            IdSet followers = IdSet.unpackFrom(in);
            IdSet blocks = IdSet.unpackFrom(in);
            int[] closeness = unpackCloseness(in, followings.size());
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("a follow list has bytes left over");
            }
            return new FollowList(generation, owner, assurance, followings, followers, blocks, closeness);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a follow list ends early", e);
        }
    }

    static Assurance assuranceOf(byte code) {
        return switch (code) {
            case 0 -> Assurance.CLAIMED;
            case 1 -> Assurance.PROVEN;
            default -> throw new IllegalArgumentException("a follow list has assurance " + code);
        };
    }

    private static int[] unpackCloseness(ByteBuffer in, int followings) {
        int[] closeness = new int[followings];
        long ranked = Varint.get(in);
        for (long i = 0; i < ranked; i++) {
            long position = Varint.get(in);
            if (position >= followings) {
                throw new IllegalArgumentException("a closeness rank stands outside the followings");
            }
            long rank = Varint.get(in);
            if (rank < 1 || rank > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a closeness rank is 1 or more");
            }
            closeness[(int) position] = (int) rank;
        }
        return closeness;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FollowList list
                && generation == list.generation
                && ownerXId == list.ownerXId
                && assurance == list.assurance
                && followings.equals(list.followings)
                && followers.equals(list.followers)
                && blocks.equals(list.blocks)
                && Arrays.equals(closeness, list.closeness);
    }

    @Override
    public int hashCode() {
        return Objects.hash(generation, ownerXId, followings);
    }

    /** Counts only: whom a person follows is personal. */
    @Override
    public String toString() {
        return "FollowList[generation=" + generation + ", followings=" + followings.size() + "]";
    }
}
