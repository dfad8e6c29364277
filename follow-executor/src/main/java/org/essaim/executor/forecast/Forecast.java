package org.essaim.executor.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.ledger.OpenPlans;
import org.essaim.executor.ledger.Progress;

/** Says when what is planned will be done: from what is left of today's follows, and how the pace grows by the day. */
public final class Forecast {

    /** Looking, following and settling one, when no budget is in the way. */
    private static final Duration EACH = Duration.ofMillis(500);

    /** Beyond it nobody can tell. */
    private static final int MOST_DAYS = 3660;

    private final OpenPlans plans;
    private final Budgets budgets;
    private final BudgetLimits limits;
    private final InstantSource clock;

    public Forecast(OpenPlans plans, Budgets budgets, BudgetLimits limits, InstantSource clock) {
        this.plans = plans;
        this.budgets = budgets;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * How an account comes along.
     *
     * @param endsAt when its last follow will be made, should nothing else happen; empty when nothing is open, or something that has
     *     no end of its own keeps it
     */
    public record Outlook(Progress progress, Optional<Instant> endsAt) {}

    /** Every acting account of a member. */
    public List<Outlook> of(MemberId member) {
        return plans.progress(member).stream()
                .map(progress -> new Outlook(progress, endOf(progress)))
                .toList();
    }

    /**
     * One account of a member as if more were planned on it; empty when it is not theirs.
     *
     * @param more follows, 0 or more
     */
    public Optional<Outlook> with(MemberId member, String account, long more) {
        return plans.progress(member).stream()
                .filter(progress -> progress.acting().id().equals(account))
                .findFirst()
                .map(progress -> new Progress(
                        progress.acting(),
                        progress.open() + more,
                        progress.standing(),
                        progress.dueAt(),
                        progress.firstFollow()))
                .map(progress -> new Outlook(progress, endOf(progress)));
    }

    private Optional<Instant> endOf(Progress progress) {
        boolean goesOn = progress.standing() == Progress.Standing.GOES_ON
                || progress.standing() == Progress.Standing.HOST_IN_TROUBLE;
        if (progress.open() == 0 || !goesOn) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant begin = progress.dueAt().filter(now::isBefore).orElse(now);
        int day = progress.firstFollow()
                .map(first -> (int) Duration.between(first, begin).toDays())
                .orElse(0);
        return Optional.of(end(progress, begin, day));
    }

    private Instant end(Progress progress, Instant begin, int firstDay) {
        Instant now = clock.instant();
        boolean today = begin.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
        long rest = progress.open();
        Instant at = begin;
        for (int day = firstDay; day < firstDay + MOST_DAYS; day++) {
            Budget follows = aDay(progress, day);
            long fit = today && day == firstDay ? budgets.left(follows) : follows.limit() * follows.share() / 100;
            if (rest <= fit) {
                return at.plus(lasting(progress, rest));
            }
            rest -= Math.max(fit, 0);
            at = at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        }
        return at;
    }

    private Budget aDay(Progress progress, int day) {
        int percent = limits.pace().on(day, Crowd.UNKNOWN).percent();
        String account = progress.acting().id();
        return switch (progress.acting().network()) {
            case BLUESKY -> limits.blueskyFollows(account, percent);
            case MASTODON -> limits.mastodonFollows(account, percent);
        };
    }

    /** How long so many take in one day, with the windows that are shorter than a day. */
    private Duration lasting(Progress progress, long follows) {
        Duration work = EACH.multipliedBy(follows);
        boolean bluesky = progress.acting().network() == Network.BLUESKY;
        Budget shorter = bluesky
                ? limits.blueskyHour(progress.acting().id())
                : limits.mastodonAccount(progress.acting().id());
        long perWindow = Math.max(shorter.limit() * shorter.share() / 100 / (bluesky ? 3 : 2), 1);
        Duration windows = shorter.window().multipliedBy((follows - 1) / perWindow);
        return work.compareTo(windows) > 0 ? work : windows;
    }
}
