package org.essaim.executor.budgets.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Cost;
import org.essaim.executor.budgets.Observation;
import org.essaim.executor.budgets.Reservation;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Budgets as rows that all replicas share, taken in the order of their keys so that no two wait for each other. */
@ApplicationScoped
class PostgresBudgets implements Budgets {

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresBudgets(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Reservation reserve(List<Cost> costs) {
        Instant now = clock.instant();
        try {
            transactions.quietly(
                    session -> each(sorted(costs, cost -> cost.budget().key()), cost -> take(session, cost, now)));
            return new Reservation.Granted();
        } catch (SpentException e) {
            return new Reservation.Exhausted(e.until, e.budget);
        }
    }

    private static Uni<Void> take(Session session, Cost cost, Instant now) {
        return session.createNativeQuery(BudgetStatements.TAKE)
                .setParameter("key", cost.budget().key())
                .setParameter("units", (long) cost.units())
                .setParameter("limit", cost.budget().limit())
                .setParameter("share", (long) cost.budget().share())
                .setParameter("endOfWindow", cost.budget().endOfWindow(now))
                .setParameter("now", now)
                .executeUpdate()
                .chain(rows -> rows == 1 ? Uni.createFrom().voidItem() : spent(session, cost, now));
    }

    private static Uni<Void> spent(Session session, Cost cost, Instant now) {
        return session.createNativeQuery(BudgetStatements.RESETS_AT, BudgetRow.class)
                .setParameter("key", cost.budget().key())
                .getResultList()
                .chain(rows -> {
                    Instant resets = rows.isEmpty() ? cost.budget().endOfWindow(now) : rows.getFirst().resetsAt;
                    return Uni.createFrom()
                            .failure(new SpentException(
                                    resets.isAfter(now) ? resets : cost.budget().endOfWindow(now), cost.budget()));
                });
    }

    @Override
    public void release(List<Cost> costs) {
        Instant now = clock.instant();
        transactions.quietly(session -> each(
                sorted(costs, cost -> cost.budget().key()),
                cost -> session.createNativeQuery(BudgetStatements.GIVE_BACK)
                        .setParameter("key", cost.budget().key())
                        .setParameter("units", (long) cost.units())
                        .setParameter("now", now)
                        .executeUpdate()
                        .replaceWithVoid()));
    }

    @Override
    public void observe(List<Observation> observations) {
        if (observations.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        transactions.quietly(session -> each(
                sorted(observations, seen -> seen.budget().key()),
                seen -> session.createNativeQuery(BudgetStatements.OBSERVE)
                        .setParameter("key", seen.budget().key())
                        .setParameter("used", Math.max(seen.limit() - seen.remaining(), 0))
                        .setParameter("limit", seen.limit())
                        .setParameter("resetsAt", seen.resetsAt())
                        .setParameter("shared", seen.budget().shared())
                        .setParameter("now", now)
                        .executeUpdate()
                        .replaceWithVoid()));
    }

    @Override
    public long left(Budget budget) {
        Instant now = clock.instant();
        BudgetRow row =
                transactions.<@Nullable BudgetRow>quietly(session -> session.find(BudgetRow.class, budget.key()));
        boolean open = row != null && row.resetsAt.isAfter(now);
        long limit = row == null || row.serverLimit == null ? budget.limit() : row.serverLimit;
        return limit * budget.share() / 100 - (open ? row.used : 0);
    }

    @Override
    public void forget(Instant endedBefore) {
        transactions.quietly(session -> session.createNativeQuery(BudgetStatements.FORGET)
                .setParameter("before", endedBefore)
                .executeUpdate());
    }

    private static <T> List<T> sorted(List<T> items, Function<T, String> key) {
        return items.stream().sorted(Comparator.comparing(key)).toList();
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (T item : items) {
            all = all.chain(() -> work.apply(item));
        }
        return all;
    }

    /** Rolls back what the other costs took. */
    private static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Instant until;
        private final transient Budget budget;

        SpentException(Instant until, Budget budget) {
            super("a budget is spent", null, false, false);
            this.until = until;
            this.budget = budget;
        }
    }
}
