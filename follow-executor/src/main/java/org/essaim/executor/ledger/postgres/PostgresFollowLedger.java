package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.Network;
import org.essaim.executor.ledger.Accepted;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.FollowLedger;
import org.essaim.executor.ledger.Intent;
import org.essaim.executor.ledger.Lease;
import org.essaim.executor.ledger.LeaseLostException;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** The ledger as rows; the acting account's row is the lock of all of them. */
@ApplicationScoped
class PostgresFollowLedger implements FollowLedger {

    /** How long the others at a host wait for the first one after trouble. */
    private static final Duration PROBE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Outbox outbox;
    private final PlanAcceptance plans;
    private final WaitingFollows waiting;
    private final InstantSource clock;

    PostgresFollowLedger(
            Transactions transactions,
            Outbox outbox,
            PlanAcceptance plans,
            WaitingFollows waiting,
            InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.plans = plans;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Accepted accept(FollowPlan plan) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> plans.accept(session, plan, now));
    }

    @Override
    public Optional<Lease> claim(String owner, Instant until, Set<String> busyHosts) {
        Instant now = clock.instant();
        return Optional.ofNullable(transactions.<@Nullable Lease>quietly(session -> session.createNativeQuery(
                        LedgerStatements.CLAIM, ActingRow.class)
                .setParameter("now", now)
                .setParameter("busy", String.join(",", busyHosts))
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().<@Nullable Lease>nullItem()
                        : probe(session, rows.getFirst().host, now)
                                .map(hosts -> take(rows.getFirst(), owner, until)))));
    }

    /** Of a host that was in trouble, one account goes first; the others wait for how that goes. */
    private static Uni<Integer> probe(Session session, String host, Instant now) {
        return session.createNativeQuery(LedgerStatements.PROBE)
                .setParameter("host", host)
                .setParameter("until", now.plus(PROBE))
                .executeUpdate();
    }

    private static Lease take(ActingRow row, String owner, Instant until) {
        row.leaseOwner = owner;
        row.leaseUntil = until;
        row.leaseTurn++;
        row.toldStop = false;
        return row.lease();
    }

    @Override
    public boolean tellStopped(int most) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> session.createNativeQuery(
                        LedgerStatements.STOPPED, ActingRow.class)
                .setParameter("now", now)
                .getResultList()
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : tell(session, rows.getFirst(), most, now).replaceWith(true)));
    }

    private Uni<Void> tell(Session session, ActingRow row, int most, Instant now) {
        row.toldStop = true;
        return waiting.tell(session, row, FollowDeferred.Reason.EMERGENCY_STOP, most, now);
    }

    @Override
    public void renew(String owner, Instant until) {
        transactions.quietly(session -> session.createMutationQuery(
                        "update ActingAccount set leaseUntil = :until where leaseOwner = :owner")
                .setParameter("until", until)
                .setParameter("owner", owner)
                .executeUpdate());
    }

    @Override
    public List<Entry> due(Lease lease, int limit) {
        Instant now = clock.instant();
        return held(
                lease,
                (session, row) -> row.paused
                        ? Uni.createFrom().item(List.of())
                        : session.createNativeQuery(LedgerStatements.DUE, FollowRow.class)
                                .setParameter("acting", row.accountId)
                                .setParameter("network", row.network)
                                .setParameter("host", row.host)
                                .setParameter("now", now)
                                .setParameter("most", limit)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(due -> due.entry(Network.valueOf(row.network)))
                                        .toList()));
    }

    @Override
    public List<Entry> intend(Lease lease, Map<String, Intent> intents) {
        Instant now = clock.instant();
        return held(
                lease,
                (session, row) -> follows(session, row, intents.keySet())
                        .invoke(rows -> row.firstFollowAt = row.firstFollowAt == null ? now : row.firstFollowAt)
                        .map(rows -> rows.stream()
                                .filter(follow -> isSendable(follow) && !row.paused)
                                .map(follow -> {
                                    Intent intent = intents.get(follow.targetId());
                                    follow.intend(intent, now);
                                    return follow.entry(Network.valueOf(row.network));
                                })
                                .toList()));
    }

    private static boolean isSendable(FollowRow row) {
        EntryState state = row.entryState();
        return state == EntryState.PLANNED || state == EntryState.SENDING;
    }

    @Override
    public void change(Lease lease, Map<String, Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        held(
                lease,
                (session, row) -> follows(session, row, changes.keySet())
                        .chain(rows -> outbox.add(session, applied(rows, changes, row.acting(), now))));
    }

    private static List<OutboxMessage> applied(
            List<FollowRow> rows, Map<String, Change> changes, ActingAccount acting, Instant now) {
        List<OutboxMessage> published = new ArrayList<>();
        for (FollowRow row : rows) {
            Change change = changes.get(row.targetId());
            FollowResult result = row.overtakes(change) ? null : row.apply(change, acting, now);
            if (result != null) {
                published.add(Publishing.result(result));
            }
        }
        return published;
    }

    @Override
    public void release(Lease lease, @Nullable Instant notBefore) {
        Instant earliest = notBefore == null ? Instant.EPOCH : notBefore;
        held(
                lease,
                (session, row) -> session.createNativeQuery(LedgerStatements.NEXT_DUE)
                        .setParameter("notBefore", earliest)
                        .setParameter("acting", row.accountId)
                        .executeUpdate());
    }

    private static Uni<List<FollowRow>> follows(Session session, ActingRow acting, Collection<String> targets) {
        return session.createSelectionQuery(
                        "from Follow where id.actingId = :acting and id.targetId in (:targets)", FollowRow.class)
                .setParameter("acting", acting.accountId)
                .setParameter("targets", List.copyOf(targets))
                .getResultList();
    }

    private <T> T held(Lease lease, BiFunction<Session, ActingRow, Uni<T>> work) {
        return transactions.inTransaction(
                session -> session.find(ActingRow.class, lease.actingId(), LockMode.PESSIMISTIC_WRITE)
                        .chain(row -> row != null && row.isHeldBy(lease)
                                ? work.apply(session, row)
                                : Uni.createFrom().failure(new LeaseLostException())));
    }
}
