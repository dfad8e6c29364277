package org.essaim.executor.bluesky.follows;

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
import org.essaim.executor.courtesy.RateLimitWords;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.guard.WebResponse;

/** What an account and its PDS allow, and what the PDS says about it. */
final class Allowance {

    private static final int CREATE_POINTS = 3;
    private static final int DELETE_POINTS = 1;

    /** Percent of the server's budget up to which an undo goes; follows leave it something, and it leaves the person something. */
    private static final int UNDO_SHARE = 95;

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
    int forCreates(int wanted, Allowed pace) throws HaltException {
        int follows = wanted;
        Reservation reservation = budgets.reserve(creates(follows, pace));
        while (reservation instanceof Reservation.Exhausted && follows > 1) {
            follows = follows / 2;
            reservation = budgets.reserve(creates(follows, pace));
        }
        if (reservation instanceof Reservation.Exhausted exhausted) {
            throw halted(exhausted, pace);
        }
        return follows;
    }

    /** Takes what so many new follows cost, or nothing. */
    void forAllCreates(int follows, Allowed pace) throws HaltException {
        if (budgets.reserve(creates(follows, pace)) instanceof Reservation.Exhausted exhausted) {
            throw halted(exhausted, pace);
        }
    }

    private HaltException halted(Reservation.Exhausted exhausted, Allowed pace) {
        boolean byPace = exhausted.budget().equals(limits.blueskyFollows(did, pace.percent()));
        return new HaltException(new Halt.Spent(exhausted.until(), byPace ? pace.slowed() : null));
    }

    private List<Cost> creates(int follows, Allowed pace) {
        return List.of(
                limits.blueskyHour(did).cost(CREATE_POINTS * follows),
                limits.blueskyDay(did).cost(CREATE_POINTS * follows),
                limits.blueskyFollows(did, pace.percent()).cost(follows));
    }

    /** Gives back what never reached the server. */
    void notSent(int follows, Allowed pace) {
        budgets.release(creates(follows, pace));
    }

    Allowed pace(int day, Crowd crowd) {
        return limits.pace().on(day, crowd);
    }

    /** Deletes count as well, for a point each; but an undo does not wait because follows have spent what was theirs. */
    void forDeletes(int follows) throws HaltException {
        if (budgets.reserve(List.of(
                        limits.blueskyHour(did).upTo(UNDO_SHARE).cost(DELETE_POINTS * follows),
                        limits.blueskyDay(did).upTo(UNDO_SHARE).cost(DELETE_POINTS * follows)))
                instanceof Reservation.Exhausted(Instant until, Budget _)) {
            throw new HaltException(new Halt.Until(until, FollowDeferred.Reason.BUDGET_SPENT));
        }
    }

    /** Takes the headers' word on the account's windows; a 429, and a 503 that says when, is a halt until then. */
    void heed(WebResponse response) throws HaltException {
        Instant now = clock.instant();
        RateLimitWords words = RateLimitWords.of(response, "", now);
        Optional<Observation> told =
                response.header("RateLimit-Policy").flatMap(this::budgetOf).flatMap(words::about);
        budgets.observe(told.stream().toList());
        Optional<Instant> quiet = words.quietUntil(response, now);
        if (quiet.isPresent()) {
            throw new HaltException(new Halt.Until(quiet.get(), FollowDeferred.Reason.BUDGET_SPENT));
        }
    }

    /** The policy's window tells which of the account's buckets spoke: {@code 5000;w=3600}. */
    private Optional<Budget> budgetOf(String policy) {
        return switch (policy.replaceFirst(".*;\\s*w=", "").strip()) {
            case "3600" -> Optional.of(limits.blueskyHour(did));
            case "86400" -> Optional.of(limits.blueskyDay(did));
            case String _ -> Optional.empty();
        };
    }
}
