package org.essaim.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.FollowListCursor;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.XId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class FollowListsTest {

    private static final int SLOTS = 40;

    private static FollowList list(Random random) {
        int most = random.nextInt(50) == 0 ? 40_000 : 60;
        return new FollowList(
                1 + random.nextInt(9),
                new XId(1 + random.nextInt(100)),
                Assurance.PROVEN,
                IdSet.of(random.longs(random.nextInt(most), 1, 200_000).toArray()),
                IdSet.of(random.longs(random.nextInt(60), 1, Long.MAX_VALUE).toArray()),
                IdSet.EMPTY,
                null);
    }

    /** Replaced often enough that the slabs are copied many times over, with some lists larger than a slab. */
    @RepeatedTest(5)
    void listsShouldBeThoseOfAMapWhateverIsPutAndRemoved(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<Integer, FollowList> model = new HashMap<>();
        try (FollowLists lists = new FollowLists()) {
            for (int step = 0; step < 2000; step++) {
                int slot = random.nextInt(SLOTS);
                if (random.nextInt(5) == 0) {
                    lists.remove(slot);
                    model.remove(slot);
                } else {
                    FollowList list = list(random);
                    lists.put(slot, PackedFollowList.of(list));
                    model.put(slot, list);
                }
            }
            assertSame(model, lists);
            assertFollowers(model, lists, random.longs(30, 1, 200_000).toArray());
        }
    }

    private static void assertSame(Map<Integer, FollowList> model, FollowLists lists) {
        assertThat(lists.size()).isEqualTo(model.size());
        assertThat(lists.storedIds())
                .isEqualTo(model.values().stream()
                        .mapToLong(list ->
                                list.followings().size() + list.followers().size())
                        .sum());
        for (int slot = -1; slot <= SLOTS; slot++) {
            FollowList list = model.get(slot);
            assertThat(lists.has(slot)).isEqualTo(list != null);
            assertThat(lists.generation(slot)).isEqualTo(list == null ? 0 : list.generation());
            if (list != null) {
                FollowListCursor read = lists.read(slot);
                assertThat(read.ownerXId()).isEqualTo(list.ownerXId());
                long[] followings = new long[read.followings()];
                for (int position = 0; position < followings.length; position++) {
                    followings[position] = read.following(position);
                }
                assertThat(followings).isEqualTo(list.followings().toArray());
                list.followers().stream()
                        .forEach(follower ->
                                assertThat(read.isFollower(follower)).isTrue());
            }
        }
    }

    private static void assertFollowers(Map<Integer, FollowList> model, FollowLists lists, long[] xIds) {
        LongTable<Long> wanted = new LongTable<>(Long[]::new);
        for (long xId : xIds) {
            wanted.put(xId, xId);
        }
        List<Integer> visited = new ArrayList<>();
        lists.followersOf(wanted, (slot, xId) -> {
            visited.add(slot);
            assertThat(model.get(slot).followings().contains(xId)).isTrue();
        });
        IdSet asked = IdSet.of(xIds);
        assertThat(visited)
                .containsExactlyInAnyOrderElementsOf(model.entrySet().stream()
                        .filter(entry -> entry.getValue().followings().stream().anyMatch(asked::contains))
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
