package org.essaim.matcher.store;

import java.util.Arrays;
import org.essaim.contracts.FollowListCursor;
import org.essaim.contracts.PackedFollowList;

/**
 * The lists of one bucket by the slot of their member, each packed as it came, outside the heap. The list of a member costs one
 * copy and one reading; who followed some X ids costs one reading of all lists, however many X ids are asked for at once.
 *
 * <p>Used by one thread, and closed by it.
 */
public final class FollowLists implements AutoCloseable {

    private final FollowListCursor cursor = new FollowListCursor();
    private Slabs slabs = new Slabs();
    private byte[] scratch = new byte[1024];
    private int[] addresses = new int[16];
    /** 0 for a member without a list: no packed list is empty. */
    private int[] lengths = new int[16];

    private int end;
    private int size;
    private long storedIds;

    /** Told of a member who followed one of the X ids, once for each list. */
    @FunctionalInterface
    public interface FollowerVisitor<V> {

        void visit(int slot, V wantedBecauseOf);
    }

    public boolean has(int slot) {
        return slot >= 0 && slot < end && lengths[slot] > 0;
    }

    /** The list's generation; 0 when there is no list. */
    public long generation(int slot) {
        if (!has(slot)) {
            return 0;
        }
        int head = Math.min(FollowListCursor.HEAD, lengths[slot]);
        slabs.read(addresses[slot], head, scratch);
        cursor.readHead(scratch, head);
        return cursor.generation();
    }

    /** Keeps the list in place of the one the member had. */
    public void put(int slot, PackedFollowList list) {
        remove(slot);
        makeRoom(slot);
        byte[] packed = list.bytes();
        addresses[slot] = slabs.append(packed, packed.length);
        lengths[slot] = packed.length;
        end = Math.max(end, slot + 1);
        size++;
        storedIds += list.ids();
    }

    private void makeRoom(int slot) {
        if (slot >= lengths.length) {
            int length = MemberSlots.roomFor(slot);
            addresses = Arrays.copyOf(addresses, length);
            lengths = Arrays.copyOf(lengths, length);
        }
    }

    public void remove(int slot) {
        if (!has(slot)) {
            return;
        }
        FollowListCursor list = read(slot);
        storedIds -= list.followings() + list.followers();
        slabs.remove(addresses[slot], lengths[slot]);
        lengths[slot] = 0;
        size--;
        if (slabs.worthCopying()) {
            copyToNewSlabs();
        }
    }

    private void copyToNewSlabs() {
        Slabs fresh = new Slabs();
        for (int slot = 0; slot < end; slot++) {
            if (lengths[slot] > 0) {
                load(slot);
                addresses[slot] = fresh.append(scratch, lengths[slot]);
            }
        }
        slabs.close();
        slabs = fresh;
    }

    /** The list of a member who has one: good until the next call of anything here. */
    public FollowListCursor read(int slot) {
        load(slot);
        cursor.read(scratch, lengths[slot]);
        return cursor;
    }

    private void load(int slot) {
        int length = lengths[slot];
        if (scratch.length < length) {
            scratch = new byte[Math.max(length, 2 * scratch.length)];
        }
        slabs.read(addresses[slot], length, scratch);
    }

    /** Finds every member whose list names one of these X ids among the followings. */
    public <V> void followersOf(LongTable<V> wanted, FollowerVisitor<V> visitor) {
        for (int slot = 0; slot < end; slot++) {
            if (lengths[slot] > 0) {
                load(slot);
                cursor.readFollowings(scratch, lengths[slot]);
                visitIfFollower(slot, wanted, visitor);
            }
        }
    }

    private <V> void visitIfFollower(int slot, LongTable<V> wanted, FollowerVisitor<V> visitor) {
        for (int position = 0; position < cursor.followings(); position++) {
            V found = wanted.get(cursor.following(position));
            if (found != null) {
                visitor.visit(slot, found);
                return;
            }
        }
    }

    /** Members with a list, an empty one too. */
    public int size() {
        return size;
    }

    /** Ids in all followings and followers. */
    public long storedIds() {
        return storedIds;
    }

    /** Gives the memory back; nothing may be asked any more. */
    @Override
    public void close() {
        slabs.close();
    }
}
