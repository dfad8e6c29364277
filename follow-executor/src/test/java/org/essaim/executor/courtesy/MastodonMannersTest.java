package org.essaim.executor.courtesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.DailyPace;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.junit.jupiter.api.Test;

/** Of which window a server speaks. */
class MastodonMannersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:07:00Z");
    private static final Instant RESET = Instant.parse("2026-03-01T10:10:00Z");
    private static final BudgetLimits LIMITS = new BudgetLimits(
            75, 5000, 35_000, 3000, 2000, 300, 400, 1500, 300, new DailyPace(List.of(25, 50, 75, 100), 200, 5, 10));

    private final MastodonManners manners = new MastodonManners(LIMITS);

    private static URI uri(String path) {
        return URI.create("https://m.example" + path);
    }

    private static WebResponse telling(int limit, int remaining) {
        return new WebResponse(
                200,
                Map.of(
                        "x-ratelimit-limit", List.of(Integer.toString(limit)),
                        "x-ratelimit-remaining", List.of(Integer.toString(remaining)),
                        "x-ratelimit-reset", List.of(RESET.toString())),
                "{}");
    }

    @Test
    void serversCountShouldBeTakenWhenItAnswersALookWithoutAToken() {
        WebRequest look = WebRequest.get(uri("/api/v1/accounts/lookup?acct=ana"));

        assertThat(manners.told("m.example", look, telling(300, 12), NOW))
                .contains(new Observation(LIMITS.mastodonAddress("m.example"), 300, 12, RESET));
    }

    @Test
    void fiveRegistrationsShouldNotBecomeFiveCallsWhenAnAppWasRegistered() {
        WebRequest registration = WebRequest.postForm(uri("/api/v1/apps"), Map.of("client_name", "Essaim"));

        assertThat(manners.told("m.example", registration, telling(5, 4), NOW)).isEmpty();
    }

    @Test
    void serversCountShouldBeLeftToTheAccountWhenATokenWasSent() {
        WebRequest withToken =
                WebRequest.get(uri("/api/v1/accounts/verify_credentials")).with("Authorization", "Bearer secret");

        assertThat(manners.told("m.example", withToken, telling(300, 12), NOW)).isEmpty();
    }
}
