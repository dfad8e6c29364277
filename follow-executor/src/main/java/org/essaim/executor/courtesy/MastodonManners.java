package org.essaim.executor.courtesy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;

/** Servers count what an address calls of their API without a token; what goes with a token, they count for its account. */
public final class MastodonManners implements Manners {

    private final BudgetLimits limits;

    public MastodonManners(BudgetLimits limits) {
        this.limits = limits;
    }

    @Override
    public List<Budget> of(String host, WebRequest request) {
        return isAnonymous(request)
                ? List.of(limits.mastodonHost(host), limits.mastodonAddress(host))
                : List.of(limits.mastodonHost(host));
    }

    @Override
    public RateLimitWords words(WebResponse response, Instant now) {
        return RateLimitWords.of(response, "X-", now);
    }

    @Override
    public Optional<Observation> told(String host, WebRequest request, WebResponse response, Instant now) {
        return speaksOfAddress(request) ? words(response, now).about(limits.mastodonAddress(host)) : Optional.empty();
    }

    /**
     * A server tells the tightest of all windows that an exchange counts in (mastodon, rate_limit_headers.rb): after a
     * registration, that of the five registrations in ten minutes.
     */
    private static boolean speaksOfAddress(WebRequest request) {
        return isAnonymous(request) && request.isLook();
    }

    private static boolean isAnonymous(WebRequest request) {
        return !request.carriesCredentials() && request.uri().getPath().startsWith("/api/");
    }
}
