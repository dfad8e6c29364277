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
import java.util.function.BiFunction;
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

    /** An entry whose sending was never answered, because its worker died, is looked at by the next one at once. */
    private static final Duration LOOK_AGAIN = Duration.ZERO;

    private static final String CLAIM = """
            select a.* from acting_account a
            where a.due_at <= :now and not a.paused
              and (a.lease_until is null or a.lease_until <= :now)
              and not exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
            order by a.due_at limit 1
            for update skip locked
            """;

    private static final String DUE = """
            select f.* from follow f
            where f.acting_id = :acting and f.state <> 'SETTLED' and f.due_at <= :now
            order by case f.state
                    when 'SENDING' then 0 when 'CANCELLING' then 0 when 'UNDOING' then 1 when 'PLANNED' then 2 else 3 end,
                case when f.closeness = 0 then 2147483647 else f.closeness end, f.target_id
            limit :most
            """;

    private static final String NEXT_DUE = """
            update acting_account a
            set due_at = (select case when count(*) > 0
                              then greatest(min(f.due_at), cast(:notBefore as timestamptz)) end
                          from follow f where f.acting_id = a.account_id and f.state <> 'SETTLED'),
                lease_owner = null, lease_until = null
            where a.account_id = :acting
            """;

    private final Transactions transactions;
    private final Outbox outbox;
    private final PlanAcceptance plans;
    private final InstantSource clock;

    PostgresFollowLedger(Transactions transactions, Outbox outbox, PlanAcceptance plans, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Accepted accept(FollowPlan plan) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> plans.accept(session, plan, now));
    }

    @Override
    public Optional<Lease> claim(String owner, Instant until) {
        Instant now = clock.instant();
        return Optional.ofNullable(transactions.<@Nullable Lease>inTransaction(session -> session.createNativeQuery(
                        CLAIM, ActingRow.class)
                .setParameter("now", now)
                .getResultList()
                .map(rows -> rows.isEmpty() ? null : take(rows.getFirst(), owner, until))));
    }

    private static Lease take(ActingRow row, String owner, Instant until) {
        row.leaseOwner = owner;
        row.leaseUntil = until;
        row.leaseTurn++;
        return new Lease(row.acting(), owner, row.leaseTurn);
    }

    @Override
    public void renew(String owner, Instant until) {
        transactions.inTransaction(session -> session.createMutationQuery(
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
                        : session.createNativeQuery(DUE, FollowRow.class)
                                .setParameter("acting", row.accountId)
                                .setParameter("now", now)
                                .setParameter("most", limit)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(due -> due.entry(Network.valueOf(row.network)))
                                        .toList()));
    }

    @Override
    public List<Entry> intend(Lease lease, Map<String, Intent> intents) {
        Instant lookAgain = clock.instant().plus(LOOK_AGAIN);
        return held(
                lease,
                (session, row) -> follows(session, row, intents.keySet())
                        .map(rows -> rows.stream()
                                .filter(follow -> isSendable(follow) && !row.paused)
                                .map(follow -> {
                                    Intent intent = intents.get(follow.targetId());
                                    follow.intend(intent, lookAgain);
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
                (session, row) -> session.createNativeQuery(NEXT_DUE)
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
