package org.essaim.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

    private static final long TWITTER_EPOCH = 1_288_834_974_657L;
    private static final int IDS = 640_000;

    /** Written down once: whoever changes the function moves every list away from its identities. */
    @ParameterizedTest
    @CsvSource({
        "1, 18",
        "2, 18",
        "3, 3",
        "12, 18",
        "13, 24",
        "783214, 10",
        "44196397, 10",
        "4503599, 1",
        "4999999999, 14",
        "1099511627775, 30",
        "1099511627776, 3",
        "709426053427003392, 27",
        "1489233761242947586, 23",
        "1755555555555555555, 14",
        "9223372036854775807, 5"
    })
    void bucketShouldNeverChange(long xId, int bucket) {
        assertThat(Buckets.of(xId)).isEqualTo(bucket);
    }

    @Test
    void countShouldNeverChange() {
        assertThat(Buckets.COUNT).isEqualTo(32);
    }

    @Test
    void smallSequentialIdsShouldSpreadEvenly() {
        assertThatSpreadIsEven(LongStream.rangeClosed(1, IDS));
    }

    @Test
    void idsOneBucketCountApartShouldSpreadEvenly() {
        assertThatSpreadIsEven(LongStream.rangeClosed(1, IDS).map(i -> i * Buckets.COUNT));
    }

    @Test
    void snowflakesShouldSpreadEvenly() {
        Random random = new Random(42);
        assertThatSpreadIsEven(LongStream.range(0, IDS).map(i -> {
            long millis = 1_454_284_800_000L - TWITTER_EPOCH + i * 500_000 / 1000;
            return (millis << 22) | ((long) random.nextInt(1 << 10) << 12);
        }));
    }

    @Test
    void bucketShouldStayInsideTheCountWhenIdIsExtreme() {
        assertThat(LongStream.of(0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE).mapToInt(Buckets::of))
                .allMatch(bucket -> bucket >= 0 && bucket < Buckets.COUNT);
    }

    @Test
    void bucketShouldFollowTheCountWhenAnotherIsGiven() {
        assertThat(LongStream.rangeClosed(1, 10_000).mapToInt(id -> Buckets.of(id, 3)))
                .containsOnly(0, 1, 2);
        assertThat(IntStream.range(1, 1000).map(id -> Buckets.of(id, 1))).containsOnly(0);
    }

    /** Within 5 standard deviations of an even share. */
    private static void assertThatSpreadIsEven(LongStream ids) {
        long[] counts = new long[Buckets.COUNT];
        ids.forEach(id -> counts[Buckets.of(id)]++);
        LongSummaryStatistics spread = LongStream.of(counts).summaryStatistics();
        double share = (double) IDS / Buckets.COUNT;
        double margin = 5 * Math.sqrt(share);
        assertThat(spread.getSum()).isEqualTo(IDS);
        assertThat((double) spread.getMin()).isGreaterThan(share - margin);
        assertThat((double) spread.getMax()).isLessThan(share + margin);
    }
}
