package org.essaim.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The cursor and {@link FollowList#unpack} read the same and refuse the same. */
class FollowListCursorTest {

    private final FollowListCursor cursor = new FollowListCursor();

    private static IdSet ids(Random random, int most) {
        return IdSet.of(
                random.longs(random.nextInt(most + 1), 1, random.nextBoolean() ? 5_000_000_000L : Long.MAX_VALUE)
                        .toArray());
    }

    private static FollowList list(Random random) {
        IdSet followings = ids(random, 40);
        int[] closeness = IntStream.range(0, followings.size())
                .map(_ -> random.nextInt(4) == 0 ? 1 + random.nextInt(500) : 0)
                .toArray();
        return new FollowList(
                1 + random.nextLong(1000),
                new XId(1 + random.nextLong(1L << 62)),
                random.nextBoolean() ? Assurance.PROVEN : Assurance.CLAIMED,
                followings,
                ids(random, 40),
                ids(random, 3),
                closeness);
    }

    private void assertStandsOn(FollowList list) {
        assertThat(cursor.generation()).isEqualTo(list.generation());
        assertThat(cursor.ownerXId()).isEqualTo(list.ownerXId());
        assertThat(cursor.assurance()).isEqualTo(list.assurance());
        assertThat(cursor.followings()).isEqualTo(list.followings().size());
        assertThat(cursor.followers()).isEqualTo(list.followers().size());
        for (int position = 0; position < list.followings().size(); position++) {
            long id = list.followings().get(position);
            assertThat(cursor.following(position)).isEqualTo(id);
            assertThat(cursor.closenessAt(position)).isEqualTo(list.closenessAt(position));
            assertThat(cursor.isFollower(id)).isEqualTo(list.followers().contains(id));
        }
        list.followers().stream()
                .forEach(id -> assertThat(cursor.isFollower(id)).isTrue());
        list.blocks().stream().forEach(id -> assertThat(cursor.isBlocked(id)).isTrue());
        assertThat(cursor.isBlocked(Long.MAX_VALUE)).isEqualTo(list.blocks().contains(Long.MAX_VALUE));
    }

    @RepeatedTest(50)
    void cursorShouldReadOneListAfterTheOther(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 20; i++) {
            FollowList list = list(random);
            byte[] packed = list.pack();

            cursor.read(Arrays.copyOf(packed, packed.length + random.nextInt(10)), packed.length);

            assertStandsOn(list);
        }
    }

    @RepeatedTest(50)
    void cursorShouldRefuseWhatUnpackRefusesWhenBytesAreForeign(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 40; i++) {
            byte[] bytes = spoiled(list(random).pack(), random);

            if (readable(bytes)) {
                cursor.read(bytes, bytes.length);
                assertStandsOn(FollowList.unpack(bytes));
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> cursor.read(bytes, bytes.length));
            }
        }
    }

    private static byte[] spoiled(byte[] packed, Random random) {
        byte[] bytes =
                Arrays.copyOf(packed, random.nextInt(4) == 0 ? random.nextInt(packed.length + 3) : packed.length);
        for (int change = random.nextInt(3); change > 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static boolean readable(byte[] bytes) {
        try {
            FollowList.unpack(bytes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void beginningOfAListShouldBeReadAlone() {
        FollowList list = list(new Random(1));
        byte[] packed = list.pack();

        cursor.readFollowings(packed, packed.length);

        assertThat(cursor.generation()).isEqualTo(list.generation());
        assertThat(cursor.followings()).isEqualTo(list.followings().size());
    }

    @Test
    void packedListShouldKnowItsSizeAndItself() {
        FollowList list = list(new Random(2));
        PackedFollowList packed = PackedFollowList.of(list);

        assertThat(packed.ids())
                .isEqualTo(list.followings().size() + list.followers().size());
        assertThat(packed.generation()).isEqualTo(list.generation());
        assertThat(packed.unpack()).isEqualTo(list);
        assertThat(packed).isEqualTo(PackedFollowList.of(list)).hasSameHashCodeAs(PackedFollowList.of(list));
        assertThat(packed).isNotEqualTo(PackedFollowList.of(list(new Random(3))));
        assertThatCode(() -> PackedFollowList.of(list.pack(), cursor)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> PackedFollowList.of(new byte[] {9}, cursor));
        assertThat(packed.toString() + cursor).doesNotContain(Long.toString(list.ownerXId()));
    }
}
