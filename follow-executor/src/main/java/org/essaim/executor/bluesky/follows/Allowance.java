package org.essaim.executor.bluesky.follows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.FollowDeferred;
import org.essaim.executor.budgets.Allowed;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Cost;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.budgets.Reservation;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.guard.ServerTime;
import org.essaim.executor.guard.WebResponse;

/** What an account and its PDS allow, and what the PDS says about it. */
final class Allowance {

    private static final int CREATE_POINTS = 3;
    private static final int DELETE_POINTS = 1;

    /** Percent of the server's budget up to which an undo goes; follows leave it something, and it leaves the person something. */
    private static final int UNDO_SHARE = 95;

    private static final Duration UNTOLD_PAUSE = Duration.ofMinutes(5);

    private final Budgets budgets;
    private final BudgetLimits limits;
    private final InstantSource clock;
    private final String did;

    Allowance(Budgets budgets, BudgetLimits limits, InstantSource clock, String did) {
        this.budgets = budgets;
        this.limits = limits;
        this.clock = clock;
        this.did = did;
    }

    /**
     * Takes what so many new follows cost, or fewer where not all fit.
     *
     * @param pace how much of the day's cap the account may use
     * @return how many fit, at least one
     */
    int forCreates(String host, int wanted, Allowed pace) throws HaltException {
        int follows = wanted;
        Reservation reservation = budgets.reserve(creates(host, follows, pace));
        while (reservation instanceof Reservation.Exhausted && follows > 1) {
            follows = follows / 2;
            reservation = budgets.reserve(creates(host, follows, pace));
        }
        if (reservation instanceof Reservation.Exhausted exhausted) {
            throw halted(exhausted, pace);
        }
        return follows;
    }

    /** Takes what so many new follows cost, or nothing. */
    void forAllCreates(String host, int follows, Allowed pace) throws HaltException {
        if (budgets.reserve(creates(host, follows, pace)) instanceof Reservation.Exhausted exhausted) {
            throw halted(exhausted, pace);
        }
    }

    private HaltException halted(Reservation.Exhausted exhausted, Allowed pace) {
        if (exhausted.budget().shared()) {
            return new HaltException(new Halt.Until(exhausted.until(), FollowDeferred.Reason.BUDGET_SPENT));
        }
        boolean byPace = exhausted.budget().equals(limits.blueskyFollows(did, pace.percent()));
        return new HaltException(new Halt.Spent(exhausted.until(), byPace ? pace.slowed() : null));
    }

    private List<Cost> creates(String host, int follows, Allowed pace) {
        return List.of(
                limits.blueskyHour(did).cost(CREATE_POINTS * follows),
                limits.blueskyDay(did).cost(CREATE_POINTS * follows),
                limits.blueskyFollows(did, pace.percent()).cost(follows),
                limits.blueskyHost(host).cost(1));
    }

    /** Gives back what never reached the server. */
    void notSent(String host, int follows, Allowed pace) {
        budgets.release(creates(host, follows, pace));
    }

    Allowed pace(int day, Crowd crowd) {
        return limits.pace().on(day, crowd);
    }

    /** Deletes count as well, for a point each; but an undo does not wait because follows have spent what was theirs. */
    void forDeletes(String host, int follows) throws HaltException {
        reserve(List.of(
                limits.blueskyHour(did).upTo(UNDO_SHARE).cost(DELETE_POINTS * follows),
                limits.blueskyDay(did).upTo(UNDO_SHARE).cost(DELETE_POINTS * follows),
                limits.blueskyHost(host).cost(1)));
    }

    void forRead(String host) throws HaltException {
        reserve(List.of(limits.blueskyHost(host).cost(1)));
    }

    private void reserve(List<Cost> costs) throws HaltException {
        switch (budgets.reserve(costs)) {
            case Reservation.Granted() -> {}
            case Reservation.Exhausted(Instant until, var _) ->
                throw new HaltException(new Halt.Until(until, FollowDeferred.Reason.BUDGET_SPENT));
        }
    }

    /** Takes the headers' word; a 429, and a 503 that says when, is a halt until then. */
    void heed(String host, WebResponse response) throws HaltException {
        Instant now = clock.instant();
        ServerTime time = ServerTime.of(response, now);
        Optional<Instant> resets =
                number(response, "RateLimit-Reset").map(Instant::ofEpochSecond).map(time::onOurs);
        Optional<Long> limit = number(response, "RateLimit-Limit");
        Optional<Long> remaining = number(response, "RateLimit-Remaining");
        Optional<Budget> budget = response.header("RateLimit-Policy").flatMap(policy -> budgetOf(policy, host));
        if (resets.isPresent() && limit.isPresent() && remaining.isPresent() && budget.isPresent()) {
            budgets.observe(List.of(new Observation(budget.get(), limit.get(), remaining.get(), resets.get())));
        }
        rest(response, resets, now);
    }

    /** The same for a server that only reads for us: whose windows its headers speak of is not ours to count. */
    void heedRead(WebResponse response) throws HaltException {
        Instant now = clock.instant();
        ServerTime time = ServerTime.of(response, now);
        rest(
                response,
                number(response, "RateLimit-Reset").map(Instant::ofEpochSecond).map(time::onOurs),
                now);
    }

    private static void rest(WebResponse response, Optional<Instant> resets, Instant now) throws HaltException {
        Optional<Long> retryAfter = number(response, "Retry-After");
        if (response.status() == 429 || (response.status() == 503 && retryAfter.isPresent())) {
            Instant until = retryAfter
                    .map(now::plusSeconds)
                    .or(() -> resets)
                    .filter(now::isBefore)
                    .orElse(now.plus(UNTOLD_PAUSE));
            throw new HaltException(new Halt.Until(until, FollowDeferred.Reason.BUDGET_SPENT));
        }
    }

    /** The policy's window tells which of the server's buckets spoke: {@code 5000;w=3600}. */
    private Optional<Budget> budgetOf(String policy, String host) {
        return switch (policy.replaceFirst(".*;\\s*w=", "").strip()) {
            case "3600" -> Optional.of(limits.blueskyHour(did));
            case "86400" -> Optional.of(limits.blueskyDay(did));
            case "300" -> Optional.of(limits.blueskyHost(host));
            case String _ -> Optional.empty();
        };
    }

    private static Optional<Long> number(WebResponse response, String header) {
        return response.header(header)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }
}
