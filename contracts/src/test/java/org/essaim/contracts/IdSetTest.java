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

class IdSetTest {

    private static final long FIRST_LARGE = 1L << 40;
    private static final IdSet EVERY_SIZE = IdSet.of(1, 128, FIRST_LARGE - 1, FIRST_LARGE, Long.MAX_VALUE);
    private static final String EVERY_SIZE_PACKED =
            "0302" + "01" + "7f" + "fffeffffff1f" + "0000010000000000" + "7fffffffffffffff";

    @Test
    void packedFormShouldNeverChange() {
        assertThat(HexFormat.of().formatHex(EVERY_SIZE.pack())).isEqualTo(EVERY_SIZE_PACKED);
        assertThat(HexFormat.of().formatHex(IdSet.EMPTY.pack())).isEqualTo("0000");
    }

    @Test
    void setShouldReadBackAsItselfWhenIdsAreExtreme() {
        assertThat(IdSet.unpack(EVERY_SIZE.pack())).isEqualTo(EVERY_SIZE);
        assertThat(IdSet.fromBase64(EVERY_SIZE.toBase64())).isEqualTo(EVERY_SIZE);
        assertThat(IdSet.unpack(IdSet.EMPTY.pack())).isSameAs(IdSet.EMPTY);
    }

    @RepeatedTest(20)
    void setShouldReadBackAsItselfWhenIdsAreRandom(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        IdSet ids = IdSet.of(LongStream.range(0, random.nextInt(2000))
                .map(i -> (random.nextLong() >>> (1 + random.nextInt(60))) + 1)
                .toArray());

        assertThat(IdSet.unpack(ids.pack())).isEqualTo(ids).hasSameHashCodeAs(ids);
    }

    @Test
    void setShouldSortAndFoldDuplicates() {
        assertThat(IdSet.of(5, 3, 5, 4).toArray()).containsExactly(3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void setShouldRefuseNumbersThatAreNoXId(long id) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdSet.of(1, id));
    }

    @Test
    void setShouldFindItsIdsAndNoOther() {
        assertThat(EVERY_SIZE.contains(128)).isTrue();
        assertThat(EVERY_SIZE.indexOf(Long.MAX_VALUE)).isEqualTo(4);
        assertThat(EVERY_SIZE.contains(129)).isFalse();
        assertThat(EVERY_SIZE.contains(-1)).isFalse();
    }

    @Test
    void callersArrayShouldBeTheirOwn() {
        EVERY_SIZE.toArray()[0] = 99;

        assertThat(EVERY_SIZE.get(0)).isEqualTo(1);
    }

    @Test
    void packedFormShouldBeRefusedWhenTruncatedAtAnyByte() {
        byte[] whole = EVERY_SIZE.pack();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> IdSet.unpack(part));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000", // one byte too many
                "02000100", // the second id repeats the first
                "010000", // an id of zero
                "00020000010000000001" + "0000010000000000", // large ids descend
                "0001ffffffffffffffff", // a negative id
                "0101ffffffffff3f0000010000000000", // the large id is below the low one
                "ffffffff0700", // names more ids than it holds
                "00ffffffffffffffff7f",
                "ffffffffffffffffff00" // a varint of ten bytes
            })
    void packedFormShouldBeRefusedWhenItIsNotOne(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdSet.unpack(HexFormat.of().parseHex(hex)));
    }

    @Test
    void bucketsShouldShareOutEveryIdOnce() {
        IdSet ids = IdSet.of(LongStream.rangeClosed(1, 5000).toArray());

        IdSet[] parts = ids.byBucket(Buckets.COUNT);

        assertThat(parts).hasSize(Buckets.COUNT);
        assertThat(Arrays.stream(parts).flatMapToLong(IdSet::stream).sorted().toArray())
                .containsExactly(ids.toArray());
        for (int bucket = 0; bucket < parts.length; bucket++) {
            assertThat(parts[bucket].stream().mapToInt(Buckets::of)).containsOnly(bucket);
        }
    }

    @Test
    void denseIdsShouldTakeAboutOneByteEach() {
        assertThat(IdSet.of(LongStream.rangeClosed(1_000_000, 1_010_000).toArray())
                        .pack())
                .hasSizeLessThan(10_010);
    }

    @Test
    void textShouldNotShowTheIds() {
        assertThat(EVERY_SIZE).hasToString("IdSet[5]");
    }
}
