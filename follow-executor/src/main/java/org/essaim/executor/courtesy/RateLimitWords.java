package org.essaim.executor.courtesy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.guard.ServerTime;
import org.essaim.executor.guard.WebResponse;

/**
 * What an answer says about how much may be asked, with moments by our clock.
 *
 * @param resets when the window ends of which it speaks
 */
public record RateLimitWords(Optional<Long> limit, Optional<Long> remaining, Optional<Instant> resets) {

    /** Where a busy server does not say for how long. */
    public static final Duration UNTOLD_PAUSE = Duration.ofMinutes(5);

    /** Reads {@code RateLimit-*} or, with the prefix {@code X-}, what Mastodon writes. */
    public static RateLimitWords of(WebResponse response, String prefix, Instant now) {
        ServerTime time = ServerTime.of(response, now);
        return new RateLimitWords(
                number(response, prefix + "RateLimit-Limit"),
                number(response, prefix + "RateLimit-Remaining"),
                response.header(prefix + "RateLimit-Reset")
                        .map(String::strip)
                        .flatMap(RateLimitWords::instant)
                        .map(time::onOurs));
    }

    /** As a word about this budget; empty unless the server said all of it. */
    public Optional<Observation> about(Budget budget) {
        return limit.isPresent() && remaining.isPresent() && resets.isPresent()
                ? Optional.of(new Observation(budget, limit.get(), remaining.get(), resets.get()))
                : Optional.empty();
    }

    /** Until when a server that answered so wants to be left alone: a 429, or a 503 that says for how long; else empty. */
    public Optional<Instant> quietUntil(WebResponse response, Instant now) {
        Optional<Long> retryAfter = number(response, "Retry-After");
        boolean busy =
                response.status() == 503 && response.header("Retry-After").isPresent();
        return response.status() == 429 || busy
                ? Optional.of(retryAfter
                        .map(now::plusSeconds)
                        .or(() -> resets)
                        .filter(now::isBefore)
                        .orElse(now.plus(UNTOLD_PAUSE)))
                : Optional.empty();
    }

    /** ISO 8601 on Mastodon, seconds since 1970 elsewhere. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.matches("[0-9]{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(WebResponse response, String header) {
        return response.header(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }
}
