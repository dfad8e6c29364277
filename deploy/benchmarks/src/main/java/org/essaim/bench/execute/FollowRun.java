package org.essaim.bench.execute;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;

/**
 * Plans follows of one account and lets the service make them, window after window. Whenever nothing is to be done before a
 * window ends, the clock is moved on to two seconds before that moment; all else passes in real time.
 */
final class FollowRun {

    private static final Duration LEAD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final House house;
    private final MovedClock clock;
    private final Ledger ledger;
    private final Grant grant;

    FollowRun(House house, MovedClock clock, Ledger ledger, Grant grant) {
        this.house = house;
        this.clock = clock;
        this.ledger = ledger;
        this.grant = grant;
    }

    /** The moments at which the service could begin again, the plan's own first. */
    List<Instant> run(List<TargetAccount> targets) {
        List<Instant> beginnings = new ArrayList<>();
        try (Planning planning = new Planning(house.bootstrapServers(), clock)) {
            planning.plan(grant, targets);
        }
        beginnings.add(clock.instant());
        Waiting.until(
                PATIENCE,
                () -> ledger.count(
                                "select count(*) from follow where acting_id = ?",
                                grant.account().id())
                        == targets.size());
        while (open() > 0) {
            Waiting.until(PATIENCE, () -> open() == 0 || quietUntil().isPresent());
            Optional<Instant> until = quietUntil();
            System.out.printf("%s: %d open, quiet until %s%n", clock.instant(), open(), until.orElse(null));
            if (until.isPresent() && open() > 0) {
                // A server's windows end at whole seconds; what the service waits longer is its delay.
                beginnings.add(until.get().truncatedTo(ChronoUnit.SECONDS));
                clock.advance(Duration.between(clock.instant(), until.get().minus(LEAD)));
                Waiting.until(PATIENCE, () -> clock.instant().isAfter(until.get()));
                Waiting.until(
                        PATIENCE,
                        () -> quietUntil().isEmpty() || quietUntil().get().isAfter(until.get()));
            }
        }
        System.out.printf(
                "%s: followed %d, something else became of %d%n",
                clock.instant(), settled("= 'FOLLOWED'"), settled("<> 'FOLLOWED'"));
        return beginnings;
    }

    private long settled(String outcome) {
        return ledger.count(
                "select count(*) from follow where acting_id = ? and outcome " + outcome,
                grant.account().id());
    }

    private long open() {
        return ledger.count(
                "select count(*) from follow where acting_id = ? and state <> 'SETTLED'",
                grant.account().id());
    }

    /** When the account goes on, if that is more than a moment away and nobody works on it. */
    private Optional<Instant> quietUntil() {
        return ledger.moment(
                        "select due_at from acting_account where account_id = ? and lease_owner is null",
                        grant.account().id())
                .filter(due -> due.isAfter(clock.instant().plus(LEAD).plus(LEAD)));
    }
}
