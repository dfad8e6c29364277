package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.budgets.Reservation;
import org.essaim.executor.service.scene.ExecutorTest;
import org.junit.jupiter.api.Test;

/** The shared count, in its database. */
@QuarkusTest
@ExecutorTest
class BudgetsIT {

    private final Instant reset = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(20, ChronoUnit.MINUTES);

    @Inject
    Budgets budgets;

    private static Budget budget(int share, boolean shared) {
        return new Budget("test:" + UUID.randomUUID(), 100, Duration.ofHours(1), false, share, shared);
    }

    private Reservation reserve(Budget budget, int units) {
        return budgets.reserve(List.of(budget.cost(units)));
    }

    private void seen(Budget budget, long limit, long remaining) {
        budgets.observe(List.of(new Observation(budget, limit, remaining, reset)));
    }

    @Test
    void onlyOurShareShouldFitWhenTheServerSaysNothing() {
        Budget budget = budget(75, false);

        assertThat(reserve(budget, 76)).isInstanceOf(Reservation.Exhausted.class);
        assertThat(reserve(budget, 75)).isEqualTo(new Reservation.Granted());
        assertThat(reserve(budget, 1)).isInstanceOf(Reservation.Exhausted.class);
        assertThat(reserve(budget.upTo(80), 5)).isEqualTo(new Reservation.Granted());
    }

    @Test
    void nothingShouldBeTakenWhenOneOfSeveralCostsDoesNotFit() {
        Budget wide = budget(100, false);
        Budget narrow = budget(10, false);

        Reservation reservation = budgets.reserve(List.of(wide.cost(50), narrow.cost(11)));

        assertThat(reservation)
                .isInstanceOfSatisfying(
                        Reservation.Exhausted.class,
                        spent -> assertThat(spent.budget()).isEqualTo(narrow));
        assertThat(budgets.left(wide)).isEqualTo(100);
        assertThat(budgets.left(narrow)).isEqualTo(10);
    }

    @Test
    void headerShouldWinOverOurCountWhenThePersonHasUsedTheAccountToo() {
        Budget budget = budget(75, false);
        reserve(budget, 5);

        seen(budget, 100, 26);

        assertThat(budgets.left(budget)).isEqualTo(1);
        assertThat(reserve(budget, 2)).isEqualTo(new Reservation.Exhausted(reset, budget));
        seen(budget, 100, 60);
        assertThat(budgets.left(budget)).isEqualTo(35);
    }

    @Test
    void ourShareShouldShrinkWithTheServersLimit() {
        Budget budget = budget(75, false);

        seen(budget, 40, 40);

        assertThat(budgets.left(budget)).isEqualTo(30);
        assertThat(reserve(budget, 31)).isInstanceOf(Reservation.Exhausted.class);
    }

    @Test
    void countOfASharedWindowShouldNotGoBackWhenAnswersOvertakeEachOther() {
        Budget budget = budget(100, true);

        seen(budget, 100, 30);
        seen(budget, 100, 40);

        assertThat(budgets.left(budget)).isEqualTo(30);
    }

    @Test
    void wordAboutAWindowThatHasEndedShouldComeTooLate() {
        Budget budget = budget(100, false);
        reserve(budget, 10);

        budgets.observe(List.of(new Observation(budget, 100, 0, Instant.now().minusSeconds(5))));

        assertThat(budgets.left(budget)).isEqualTo(90);
    }

    @Test
    void whatDidNotHappenShouldBeGivenBackAndNoMore() {
        Budget budget = budget(100, false);
        reserve(budget, 10);

        budgets.release(List.of(budget.cost(4)));
        assertThat(budgets.left(budget)).isEqualTo(94);
        budgets.release(List.of(budget.cost(40)));

        assertThat(budgets.left(budget)).isEqualTo(100);
    }

    @Test
    void grantShouldNotBeExceededWhenManyReserveAtOnce() {
        Budget budget = budget(75, true);
        AtomicInteger granted = new AtomicInteger();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .forEach(_ -> threads.execute(() -> {
                        if (reserve(budget, 2) instanceof Reservation.Granted) {
                            granted.incrementAndGet();
                        }
                    }));
        }

        assertThat(granted).hasValue(37);
        assertThat(budgets.left(budget)).isEqualTo(1);
    }
}
