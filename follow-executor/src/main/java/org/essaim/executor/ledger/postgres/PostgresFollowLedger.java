package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowResult;
import org.essaim.executor.ledger.Accepted;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.Change;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.ledger.FollowLedger;
import org.essaim.executor.ledger.Intent;
import org.essaim.executor.ledger.Lease;
import org.essaim.executor.ledger.LeaseLostException;
import org.essaim.executor.ledger.Rest;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * The ledger as rows; the acting account's row is the lock of all of them. Plans come as entities; workers' steps, of which
 * there are many, in the database's own words.
 */
@ApplicationScoped
class PostgresFollowLedger implements FollowLedger {

    /** How long the others at a host wait for the first one after trouble. */
    private static final Duration PROBE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final PlainTransactions plain;
    private final Outbox outbox;
    private final PlanAcceptance plans;
    private final WaitingFollows waiting;
    private final InstantSource clock;

    PostgresFollowLedger(
            Transactions transactions,
            PlainTransactions plain,
            Outbox outbox,
            PlanAcceptance plans,
            WaitingFollows waiting,
            InstantSource clock) {
        this.transactions = transactions;
        this.plain = plain;
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

    /** Of a host that was in trouble, one account goes first; the others wait for how that goes. */
    @Override
    public Optional<Lease> claim(String owner, Instant until, Set<String> busyHosts) {
        Instant now = clock.instant();
        Tuple values = Tuple.of(owner, FollowRows.utc(until), FollowRows.utc(now))
                .addArrayOfString(busyHosts.toArray(String[]::new))
                .addOffsetDateTime(FollowRows.utc(now.plus(PROBE)));
        return plain.quietly(connection -> connection
                .preparedQuery(WorkerStatements.CLAIM)
                .execute(values)
                .map(rows -> {
                    Iterator<Row> claimed = rows.iterator();
                    return claimed.hasNext() ? Optional.of(lease(claimed.next(), owner)) : Optional.empty();
                }));
    }

    private static Lease lease(Row row, String owner) {
        return new Lease(
                HeldAccount.acting(row),
                row.getString("host"),
                owner,
                row.getLong("lease_turn"),
                Optional.ofNullable(FollowRows.moment(row, "first_follow_at")));
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
    public void renew(Collection<Lease> held, Instant until) {
        Tuple values = Tuple.tuple()
                .addArrayOfString(held.stream().map(Lease::actingId).toArray(String[]::new))
                .addArrayOfString(held.stream().map(Lease::owner).toArray(String[]::new))
                .addArrayOfLong(held.stream().map(Lease::turn).toArray(Long[]::new))
                .addOffsetDateTime(FollowRows.utc(until));
        plain.quietly(connection ->
                connection.preparedQuery(WorkerStatements.RENEW).execute(values).replaceWith(true));
    }

    @Override
    public List<Entry> due(Lease lease, int limit) {
        Instant now = clock.instant();
        return plain.quietly(connection -> held(
                connection,
                lease,
                account -> FollowRows.due(connection, account, now, limit).map(rows -> entries(rows, account))));
    }

    private static List<Entry> entries(List<FollowRow> rows, HeldAccount account) {
        return rows.stream().map(row -> row.entry(account.network())).toList();
    }

    @Override
    public List<Entry> intend(Lease lease, Map<String, Intent> intents) {
        Instant now = clock.instant();
        return plain.inTransaction(connection -> held(
                connection,
                lease,
                account -> !account.mayFollow(now)
                        ? Uni.createFrom().item(List.of())
                        : FollowRows.of(connection, account, intents.keySet()).chain(rows -> {
                            List<FollowRow> sendable = rows.stream()
                                    .filter(PostgresFollowLedger::isSendable)
                                    .toList();
                            sendable.forEach(row -> row.intend(intents.get(row.targetId()), now));
                            return FollowRows.save(connection, account, sendable)
                                    .chain(() -> begun(connection, account, now))
                                    .replaceWith(entries(sendable, account));
                        })));
    }

    private static Uni<Void> begun(SqlConnection connection, HeldAccount account, Instant now) {
        return connection
                .preparedQuery(WorkerStatements.FIRST_FOLLOW)
                .execute(Tuple.of(account.id(), FollowRows.utc(now)))
                .replaceWithVoid();
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
        plain.inTransaction(connection -> held(
                connection,
                lease,
                account -> FollowRows.of(connection, account, changes.keySet()).chain(rows -> {
                    List<OutboxMessage> told = applied(rows, changes, account.acting(), now);
                    return FollowRows.save(connection, account, rows)
                            .chain(() -> outbox.add(connection, told))
                            .replaceWith(true);
                })));
    }

    private static List<OutboxMessage> applied(
            List<FollowRow> rows, Map<String, Change> changes, ActingAccount acting, Instant now) {
        List<OutboxMessage> published = new ArrayList<>();
        for (FollowRow row : rows) {
            FollowResult result = row.apply(changes.get(row.targetId()), acting, now);
            if (result != null) {
                published.add(Publishing.result(result));
            }
        }
        return published;
    }

    @Override
    public void release(Lease lease, Rest rest) {
        Instant everything = rest.everything() == null ? Instant.EPOCH : rest.everything();
        Instant follows = rest.follows();
        plain.inTransaction(connection -> held(
                connection,
                lease,
                account -> connection
                        .preparedQuery(WorkerStatements.RELEASE)
                        .execute(Tuple.of(
                                account.id(),
                                FollowRows.utc(everything),
                                follows == null ? null : FollowRows.utc(follows)))
                        .replaceWith(true)));
    }

    private static <T> Uni<T> held(SqlConnection connection, Lease lease, Function<HeldAccount, Uni<T>> work) {
        return connection
                .preparedQuery(WorkerStatements.HOLD)
                .execute(Tuple.of(lease.actingId(), lease.owner(), lease.turn()))
                .chain(rows -> {
                    Iterator<Row> row = rows.iterator();
                    return row.hasNext()
                            ? work.apply(HeldAccount.of(row.next()))
                            : Uni.createFrom().failure(new LeaseLostException());
                });
    }
}
