package org.essaim.ingest.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.junit.jupiter.api.Test;

class ListRecordsTest {

    @Test
    void recordsShouldHoldEveryIdOnceInItsBucket() {
        long[] followings = LongStream.rangeClosed(1, 1000).toArray();

        List<FollowList> records =
                ListRecords.of(ListsFixture.lists(new MemberId(UUID.randomUUID()), 7, followings), Buckets.COUNT);

        assertThat(records).hasSize(Buckets.COUNT).allMatch(list -> list.generation() == 7 && list.ownerXId() == 1000);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            int expected = bucket;
            assertThat(records.get(bucket).followings().stream()).allMatch(id -> Buckets.of(id) == expected);
        }
        assertThat(IdSet.of(records.stream()
                        .flatMapToLong(list -> list.followings().stream())
                        .toArray()))
                .isEqualTo(IdSet.of(followings));
    }

    @Test
    void bucketsWithoutIdsShouldBeWrittenToo() {
        List<FollowList> records =
                ListRecords.of(ListsFixture.lists(new MemberId(UUID.randomUUID()), 1), Buckets.COUNT);

        assertThat(records)
                .hasSize(Buckets.COUNT)
                .allMatch(list -> list.followings().isEmpty());
    }

    @Test
    void recordShouldBeTooLargeWhenItsIdsWereChosenForOneBucket() {
        long[] chosen = LongStream.iterate(1, id -> id + 1)
                .filter(id -> Buckets.of(id) == 3)
                .limit(262_145)
                .toArray();

        assertThat(ListRecords.areTooLarge(ListsFixture.contents(chosen), Buckets.COUNT))
                .isTrue();
        assertThat(ListRecords.areTooLarge(
                        ListsFixture.contents(
                                LongStream.rangeClosed(1, 1_000_000).toArray()),
                        Buckets.COUNT))
                .isFalse();
    }

    @Test
    void rankShouldStandBesideItsFollowing() {
        List<FollowList> records =
                ListRecords.of(ListsFixture.lists(new MemberId(UUID.randomUUID()), 1, 42, 43), Buckets.COUNT);

        FollowList list = records.get(Buckets.of(42));
        assertThat(list.closenessAt(list.followings().indexOf(42))).isEqualTo(1);
    }
}
