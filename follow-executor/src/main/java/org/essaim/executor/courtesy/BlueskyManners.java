package org.essaim.executor.courtesy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** Each PDS, directory and AppView counts the calls of an address, whoever they are for; {@code RateLimit-Policy} tells which window spoke. */
public final class BlueskyManners implements Manners {

    private static final String FIVE_MINUTES = "300";

    private final BudgetLimits limits;

    public BlueskyManners(BudgetLimits limits) {
        this.limits = limits;
    }

    @Override
    public List<Budget> of(String host, WebRequest request) {
        return List.of(limits.blueskyHost(host));
    }

    @Override
    public RateLimitWords words(WebResponse response, Instant now) {
        return RateLimitWords.of(response, "", now);
    }

    @Override
    public Optional<Observation> told(String host, WebRequest request, WebResponse response, Instant now) {
        return response.header("RateLimit-Policy")
                        .filter(BlueskyManners::isOfAddress)
                        .isPresent()
                ? words(response, now).about(limits.blueskyHost(host))
                : Optional.empty();
    }

    private static boolean isOfAddress(String policy) {
        return policy.replaceFirst(".*;\\s*w=", "").strip().equals(FIVE_MINUTES);
    }
}
