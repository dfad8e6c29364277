package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowResumed;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.UndoRequested;
import org.essaim.executor.ledger.Accepted;
import org.essaim.platform.outbox.Outbox;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Turns plans into rows; repeats and stragglers change nothing, for each plan carries a sequence that grows. */
@ApplicationScoped
class PlanAcceptance {

    /** How far the clock of who makes plans may be behind ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final WaitingFollows waiting;

    PlanAcceptance(Outbox outbox, WaitingFollows waiting) {
        this.outbox = outbox;
        this.waiting = waiting;
    }

    Uni<Accepted> accept(Session session, FollowPlan plan, Instant now) {
        return made(session, plan)
                .chain(() -> session.find(ActingRow.class, plan.acting().id(), LockMode.PESSIMISTIC_WRITE))
                .chain(row -> row == null
                        ? withoutRow(session, plan, now)
                        : plan.member().value().equals(row.member)
                                ? inOrder(session, row, plan, now)
                                : Uni.createFrom().item(Accepted.NOT_THEIRS));
    }

    /** An account that is somebody else's, or not linked any more; or the plan belongs to a link that has ended. */
    private Uni<Accepted> withoutRow(Session session, FollowPlan plan, Instant now) {
        return session.createNativeQuery("select member from account_grant where account_id = :account", UUID.class)
                .setParameter("account", plan.acting().id())
                .getSingleResultOrNull()
                .chain(owner -> {
                    if (owner == null) {
                        return publish(session, tooLate(plan, now)).replaceWith(Accepted.TOO_LATE);
                    }
                    boolean theirs = owner.equals(plan.member().value());
                    return Uni.createFrom().item(theirs ? Accepted.BEFORE : Accepted.NOT_THEIRS);
                });
    }

    private static List<FollowResult> tooLate(FollowPlan plan, Instant now) {
        return switch (plan) {
            case FollowPlanned planned ->
                planned.follows().stream()
                        .<FollowResult>map(follow -> new FollowSettled(
                                plan.member(),
                                plan.acting(),
                                follow.target(),
                                firstVersion(now),
                                FollowSettled.Outcome.CANCELLED,
                                null,
                                now))
                        .toList();
            case FollowCancelled _, FollowPaused _, FollowResumed _, UndoRequested _ -> List.of();
        };
    }

    /** Rows go when an account is unlinked; what is told after linking again must not look older than what was told before. */
    private static long firstVersion(Instant now) {
        return now.toEpochMilli();
    }

    /**
     * The acting account's row, made from the member's grant when there is none: two first plans at once must meet here. A plan that
     * is older than the link was made for an earlier one, and is read a second time.
     */
    private static Uni<Integer> made(Session session, FollowPlan plan) {
        return session.createNativeQuery("""
                        insert into acting_account (account_id, network, handle, host, member, sequence, paused, lease_turn)
                        select g.account_id, g.network, g.handle, g.host, g.member, 0, false, 0
                        from account_grant g where g.account_id = :account and g.member = :member and g.since <= :at
                        on conflict do nothing
                        """)
                .setParameter("account", plan.acting().id())
                .setParameter("member", plan.member().value())
                .setParameter("at", madeAt(plan).plus(CLOCKS))
                .executeUpdate();
    }

    private static Instant madeAt(FollowPlan plan) {
        return switch (plan) {
            case FollowPlanned planned -> planned.at();
            case FollowCancelled cancelled -> cancelled.at();
            case FollowPaused paused -> paused.at();
            case FollowResumed resumed -> resumed.at();
            case UndoRequested undo -> undo.at();
        };
    }

    private Uni<Accepted> inOrder(Session session, ActingRow row, FollowPlan plan, Instant now) {
        if (plan.sequence() <= row.sequence) {
            return Uni.createFrom().item(Accepted.BEFORE);
        }
        row.sequence = plan.sequence();
        return apply(session, row, plan, now).replaceWith(Accepted.NOW);
    }

    private Uni<Void> apply(Session session, ActingRow row, FollowPlan plan, Instant now) {
        return switch (plan) {
            case FollowPlanned planned -> plan(session, row, planned, now);
            case FollowCancelled cancelled -> cancel(session, row, cancelled, now);
            case FollowPaused _ -> {
                row.paused = true;
                yield waiting.tell(session, row, FollowDeferred.Reason.PAUSED, WaitingFollows.NAMED, now);
            }
            case FollowResumed _ -> {
                row.paused = false;
                row.dueBy(now);
                yield Uni.createFrom().voidItem();
            }
            case UndoRequested undo -> undo(session, row, undo, now);
        };
    }

    private static Uni<Void> plan(Session session, ActingRow row, FollowPlanned planned, Instant now) {
        Map<String, PlannedFollow> wanted = new HashMap<>();
        for (PlannedFollow follow : planned.follows()) {
            if (follow.target().network() != planned.acting().network()) {
                throw new IllegalArgumentException("a plan names a target on another network");
            }
            wanted.putIfAbsent(follow.target().id(), follow);
        }
        return known(session, row, List.copyOf(wanted.keySet())).chain(known -> {
            known.forEach(follow -> {
                PlannedFollow again = Objects.requireNonNull(wanted.remove(follow.targetId()));
                follow.replan(planned.run(), again.closeness(), again.target().handle(), now);
            });
            row.dueBy(now);
            Object[] fresh = wanted.values().stream()
                    .map(follow -> fresh(row.accountId, planned.run(), follow, now))
                    .toArray();
            return session.persistAll(fresh);
        });
    }

    private static FollowRow fresh(String actingId, UUID run, PlannedFollow follow, Instant now) {
        FollowRow row = new FollowRow();
        row.id = new FollowId(actingId, follow.target().id());
        row.targetHandle = follow.target().handle();
        row.run = run;
        row.closeness = follow.closeness();
        row.version = firstVersion(now);
        row.dueAt = now;
        return row;
    }

    private Uni<Void> cancel(Session session, ActingRow row, FollowCancelled cancelled, Instant now) {
        return known(session, row, cancelled.targets()).chain(follows -> {
            row.dueBy(now);
            return publish(
                    session,
                    follows.stream()
                            .map(follow -> follow.cancel(row.acting(), now))
                            .toList());
        });
    }

    private Uni<Void> undo(Session session, ActingRow row, UndoRequested undo, Instant now) {
        return session.createSelectionQuery("from Follow where id.actingId = :acting and run = :run", FollowRow.class)
                .setParameter("acting", row.accountId)
                .setParameter("run", undo.run())
                .getResultList()
                .chain(follows -> {
                    row.dueBy(now);
                    return publish(
                            session,
                            follows.stream()
                                    .map(follow -> follow.undo(row.acting(), now))
                                    .toList());
                });
    }

    private static Uni<List<FollowRow>> known(Session session, ActingRow row, List<String> targets) {
        if (targets.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createSelectionQuery(
                        "from Follow where id.actingId = :acting and id.targetId in (:targets)", FollowRow.class)
                .setParameter("acting", row.accountId)
                .setParameter("targets", targets)
                .getResultList();
    }

    private Uni<Void> publish(Session session, List<? extends @Nullable FollowResult> results) {
        return outbox.add(
                session,
                results.stream()
                        .filter(Objects::nonNull)
                        .map(Publishing::result)
                        .toList());
    }
}
