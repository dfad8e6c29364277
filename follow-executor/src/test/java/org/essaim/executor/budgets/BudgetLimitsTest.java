package org.essaim.executor.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetLimitsTest {

    private static final BudgetLimits LIMITS = new BudgetLimits(
            75, 5000, 35_000, 3000, 2000, 300, 400, 1500, 300, new DailyPace(List.of(25, 50, 75, 100), 200, 5, 10));

    private static long granted(Budget budget) {
        return budget.limit() * budget.share() / 100;
    }

    @Test
    void shareOfEveryServersBudgetShouldStayFreeForThePerson() {
        assertThat(granted(LIMITS.blueskyHour("did:plc:ana"))).isEqualTo(3750);
        assertThat(granted(LIMITS.blueskyDay("did:plc:ana"))).isEqualTo(26_250);
        assertThat(granted(LIMITS.blueskyHost("pds.example"))).isEqualTo(2250);
        assertThat(granted(LIMITS.mastodonAccount("https://m.example/users/ana")))
                .isEqualTo(225);
        assertThat(granted(LIMITS.mastodonHost("m.example"))).isEqualTo(1125);
        assertThat(granted(LIMITS.mastodonAddress("m.example"))).isEqualTo(225);
    }

    /** Days since the first follow; then what may be followed on Bluesky, and on Mastodon. */
    @ParameterizedTest
    @CsvSource({"0, 500, 72", "1, 1000, 148", "2, 1500, 224", "3, 2000, 300", "400, 2000, 300"})
    void followsOfADayShouldGrowFromAGentleBeginning(int day, long bluesky, long mastodon) {
        int percent = LIMITS.pace().on(day, Crowd.UNKNOWN).percent();

        assertThat(granted(LIMITS.blueskyFollows("did:plc:ana", percent))).isEqualTo(bluesky);
        assertThat(granted(LIMITS.mastodonFollows("https://m.example/users/ana", percent)))
                .isEqualTo(mastodon);
    }

    /** How many are followed and follow back; then what may be followed on Bluesky in a day. */
    @ParameterizedTest
    @CsvSource({"199, 0, 2000", "200, 9, 200", "200, 10, 2000", "5000, 249, 200", "5000, 250, 2000"})
    void followsOfADayShouldBeFewWhileHardlyAnybodyFollowsBack(long following, long followers, long granted) {
        int percent = LIMITS.pace().on(30, new Crowd(following, followers)).percent();

        assertThat(granted(LIMITS.blueskyFollows("did:plc:ana", percent))).isEqualTo(granted);
    }

    @Test
    void windowsShouldEndAsTheNetworksEndThem() {
        Instant now = Instant.parse("2026-03-01T10:02:30Z");

        assertThat(LIMITS.mastodonFollows("ana", 100).endOfWindow(now)).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(LIMITS.mastodonAccount("ana").endOfWindow(now)).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(LIMITS.blueskyHour("ana").endOfWindow(now)).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void undoShouldReachFurtherIntoTheSameCountThanFollows() {
        Budget hour = LIMITS.blueskyHour("did:plc:ana");

        assertThat(hour.upTo(95).key()).isEqualTo(hour.key());
        assertThat(granted(hour.upTo(95))).isEqualTo(4750);
        assertThat(hour.upTo(10)).isEqualTo(hour);
    }

    @ParameterizedTest
    @CsvSource({"0, 75", "100, 0", "100, 101"})
    void budgetShouldNotBeMadeWhenItGrantsNothingOrTooMuch(long limit, int share) {
        assertThatThrownBy(() -> new Budget("key", limit, Duration.ofHours(1), true, share, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
