package org.essaim.executor.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.essaim.contracts.FollowDeferred.Slowed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyPaceTest {

    private final DailyPace pace = new DailyPace(List.of(25, 50, 75, 100), 200, 5, 10);

    @ParameterizedTest
    @CsvSource({"0, 25", "1, 50", "2, 75", "3, 100", "40, 100"})
    void capShouldGrowByTheDayWhenFollowersAreNotKnown(int day, int percent) {
        assertThat(pace.on(day, Crowd.UNKNOWN))
                .isEqualTo(new Allowed(percent, percent < 100 ? Slowed.GENTLE_START : null));
    }

    @ParameterizedTest
    @CsvSource({"199, 0, 100", "200, 9, 10", "200, 10, 100", "4000, 199, 10", "4000, 200, 100"})
    void capShouldBeSmallWhenHardlyAnybodyFollowsBack(long following, long followers, int percent) {
        assertThat(pace.on(9, new Crowd(following, followers)))
                .isEqualTo(new Allowed(percent, percent < 100 ? Slowed.FEW_FOLLOW_BACK : null));
    }

    @Test
    void paceShouldBeRefusedWhenItIsNoPercentage() {
        assertThatThrownBy(() -> new DailyPace(List.of(), 200, 5, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyPace(List.of(0), 200, 5, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DailyPace(List.of(1), 200, 5, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
