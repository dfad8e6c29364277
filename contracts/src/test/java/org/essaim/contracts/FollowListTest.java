package org.essaim.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowListTest {

    private static final XId OWNER = XId.of("783214");
    private static final FollowList LIST = new FollowList(
            300,
            OWNER,
            Assurance.PROVEN,
            IdSet.of(12, 4_503_599, 1_489_233_761_242_947_586L),
            IdSet.of(12),
            IdSet.EMPTY,
            new int[] {2, 0, 1});

    private static final String PACKED = "0101" // format 1, proven
            + "ac02" // generation 300
            + "00000000000bf36e" // owner 783214
            + "0201" + "0c" + "a3f09202" + "14aad2372e67a002" // followings: 12, 4503599, 1489233761242947586
            + "0100" + "0c" // followers: 12
            + "0000" // no blocks
            + "02" + "0002" + "0201"; // the first is second closest, the third is closest

    @Test
    void packedFormShouldNeverChange() {
        assertThat(HexFormat.of().formatHex(LIST.pack())).isEqualTo(PACKED);
    }

    @Test
    void listShouldReadBackAsItself() {
        FollowList read = FollowList.unpack(HexFormat.of().parseHex(PACKED));

        assertThat(read).isEqualTo(LIST).hasSameHashCodeAs(LIST);
        assertThat(read.generation()).isEqualTo(300);
        assertThat(read.owner()).isEqualTo(OWNER);
        assertThat(read.assurance()).isEqualTo(Assurance.PROVEN);
        assertThat(read.closenessAt(0)).isEqualTo(2);
        assertThat(read.closenessAt(1)).isZero();
        assertThat(read.closenessAt(2)).isEqualTo(1);
    }

    @Test
    void emptyListShouldReadBackAsItselfWhenNumbersAreExtreme() {
        FollowList empty = new FollowList(
                Long.MAX_VALUE,
                new XId(Long.MAX_VALUE),
                Assurance.CLAIMED,
                IdSet.EMPTY,
                IdSet.EMPTY,
                IdSet.EMPTY,
                null);

        assertThat(FollowList.unpack(empty.pack())).isEqualTo(empty);
    }

    @RepeatedTest(20)
    void listShouldReadBackAsItselfWhenRandom(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        IdSet followings = ids(random);
        int[] closeness = followings.stream()
                .mapToInt(id -> random.nextInt(4) == 0 ? 1 + random.nextInt(Integer.MAX_VALUE - 1) : 0)
                .toArray();
        FollowList list = new FollowList(
                1 + random.nextInt(1_000_000),
                OWNER,
                random.nextBoolean() ? Assurance.PROVEN : Assurance.CLAIMED,
                followings,
                ids(random),
                ids(random),
                closeness);

        assertThat(FollowList.unpack(list.pack())).isEqualTo(list);
    }

    @Test
    void recordShouldBeRefusedWhenTruncatedAtAnyByte() {
        byte[] whole = LIST.pack();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> FollowList.unpack(part));
        }
    }

    @Test
    void recordShouldBeRefusedWhenOverlong() {
        byte[] overlong = Arrays.copyOf(LIST.pack(), LIST.pack().length + 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowList.unpack(overlong))
                .withMessageContaining("left over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001010000000000000001000000000000" + "00", // format 0
                "0201010000000000000001000000000000" + "00", // format 2
                "0102010000000000000001000000000000" + "00", // assurance 2
                "0100000000000000000001000000000000" + "00", // generation 0
                "0100010000000000000000000000000000" + "00", // owner 0
                "010001ffffffffffffffff000000000000" + "00", // a negative owner
                "010001000000000000000101000500000000" + "01" + "0101", // a rank outside the followings
                "010001000000000000000101000500000000" + "01" + "0000", // a rank of 0
                "010001000000000000000101000500000000" + "01" + "008080808008" // a rank beyond 2^31-1
            })
    void recordShouldBeRefusedWhenItSaysWhatNoListDoes(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowList.unpack(HexFormat.of().parseHex(hex)));
    }

    @Test
    void closenessShouldBeRefusedWhenItDoesNotFitTheFollowings() {
        assertThatIllegalArgumentException().isThrownBy(() -> oneFollowing(1, new int[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> oneFollowing(1, new int[] {-1}));
    }

    @Test
    void generationShouldBeRefusedWhenNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> oneFollowing(0, null));
    }

    @Test
    void textShouldNotShowTheIds() {
        assertThat(LIST).hasToString("FollowList[generation=300, followings=3]");
    }

    private static FollowList oneFollowing(long generation, int[] closeness) {
        return new FollowList(generation, OWNER, Assurance.CLAIMED, IdSet.of(5), IdSet.EMPTY, IdSet.EMPTY, closeness);
    }

    private static IdSet ids(Random random) {
        return IdSet.of(LongStream.range(0, random.nextInt(500))
                .map(i -> (random.nextLong() >>> (1 + random.nextInt(60))) + 1)
                .toArray());
    }
}
