package org.essaim.gateway.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Allowance.Bucket bucket = new Allowance(60, Duration.ofMinutes(1)).full(NOW);

    private void empty() {
        for (int call = 0; call < 60; call++) {
            assertThat(bucket.take(NOW).allowed()).isTrue();
        }
    }

    @Test
    void callShouldBeRefusedAndToldWhenToComeBackOnceTheAllowanceIsSpent() {
        empty();

        Allowance.Verdict refused = bucket.take(NOW);

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.left()).isZero();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allowanceShouldComeBackAsTimeGoesByAndNeverBeMoreThanAWindow() {
        empty();

        assertThat(bucket.take(NOW.plusSeconds(1)).allowed()).isTrue();
        assertThat(bucket.take(NOW.plusSeconds(1)).allowed()).isFalse();
        assertThat(bucket.take(NOW.plusSeconds(86_400)).left()).isEqualTo(59);
    }

    @Test
    void clockThatGoesBackShouldGiveNothing() {
        empty();

        assertThat(bucket.take(NOW.minusSeconds(3600)).allowed()).isFalse();
    }
}
