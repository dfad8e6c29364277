package org.essaim.contracts;

import java.util.Arrays;

/**
 * A follow list in its {@linkplain FollowList#pack packed} form that has been read once and found whole, for those who keep it
 * as it came.
 */
public final class PackedFollowList {

    private final byte[] packed;
    private final long generation;
    private final int ids;

    private PackedFollowList(byte[] packed, long generation, int ids) {
        this.packed = packed;
        this.generation = generation;
        this.ids = ids;
    }

    /**
     * Takes the bytes, which the caller leaves alone from now on.
     *
     * @param reader reads them; stands on this list afterwards
     * @throws IllegalArgumentException for all that {@link FollowList#unpack} refuses
     */
    public static PackedFollowList of(byte[] packed, FollowListCursor reader) {
        reader.read(packed, packed.length);
        return new PackedFollowList(packed, reader.generation(), reader.followings() + reader.followers());
    }

    public static PackedFollowList of(FollowList list) {
        return of(list.pack(), new FollowListCursor());
    }

    public long generation() {
        return generation;
    }

    /** Ids in followings and followers. */
    public int ids() {
        return ids;
    }

    /** The packed form; the caller does not change it. */
    public byte[] bytes() {
        return packed;
    }

    public FollowList unpack() {
        return FollowList.unpack(packed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedFollowList list && Arrays.equals(packed, list.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    /** Counts only: whom a person follows is personal. */
    @Override
    public String toString() {
        return "PackedFollowList[generation=" + generation + ", ids=" + ids + "]";
    }
}
