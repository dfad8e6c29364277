package org.essaim.ingest.lists.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.MemberId;
import org.essaim.ingest.lists.ListKind;
import org.essaim.ingest.lists.MemberLists;
import org.essaim.ingest.lists.Standing;
import org.essaim.ingest.lists.StandingLists;
import org.essaim.ingest.sealing.SealingKeys;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Changes what stands, under the lock of the member's row: records of one member leave in the order of their generations.
 * Packing and sealing are done before the transaction, which holds nothing but statements.
 */
@ApplicationScoped
public class PostgresMemberLists implements MemberLists {

    private final StoredLists stored;
    private final RowSeals seals;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Jobs jobs;

    public PostgresMemberLists(
            StoredLists stored, SealingKeys keys, Transactions transactions, Outbox outbox, Jobs jobs) {
        this.stored = stored;
        this.seals = new RowSeals(keys);
        this.transactions = transactions;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    @Override
    public Standing standing(MemberId member) {
        return stored.standing(member);
    }

    @Override
    public Optional<StandingLists> read(MemberId member) {
        return stored.read(member);
    }

    @Override
    public Optional<OwnedIds> read(MemberId member, Kind kind) {
        return stored.read(
                member,
                switch (kind) {
                    case FOLLOWINGS -> ListKind.FOLLOWINGS;
                    case BLOCKS -> ListKind.BLOCKS;
                });
    }

    @Override
    public void stand(UUID work, StandingLists lists, ArchiveIngested result) {
        List<ListRow> rows = seals.seal(lists);
        List<OutboxMessage> messages = Publications.buckets(lists);
        messages.add(Publications.result(result));
        settle(
                work,
                messages,
                session -> lockedRow(session, lists.member())
                        .invoke(row -> row.stand(lists))
                        .chain(() -> deleteLists(session, lists.member()))
                        .chain(() -> session.persistAll(rows.toArray()))
                        .chain(session::flush));
    }

    @Override
    public void reject(UUID work, ArchiveRejected result) {
        settle(
                work,
                List.of(Publications.result(result)),
                session -> Uni.createFrom().voidItem());
    }

    @Override
    public void withdraw(UUID work, ArchiveRejected result) {
        List<OutboxMessage> messages = Publications.tombstones(result.member());
        messages.add(Publications.result(result));
        settle(
                work,
                messages,
                session -> lockedRow(session, result.member())
                        .invoke(StandingRow::withdraw)
                        .chain(() -> deleteLists(session, result.member()))
                        .replaceWithVoid());
    }

    @Override
    public void erase(UUID work, MemberId member) {
        settle(
                work,
                Publications.tombstones(member),
                session -> lockedRow(session, member)
                        .chain(row -> session.remove(row))
                        .chain(() -> deleteLists(session, member))
                        .replaceWithVoid());
    }

    @Override
    public void leave(UUID work) {
        settle(work, List.of(), session -> Uni.createFrom().voidItem());
    }

    @Override
    public List<MemberId> membersAfter(Optional<MemberId> last, int most) {
        return stored.membersAfter(last, most);
    }

    @Override
    public boolean republish(MemberId member) {
        Optional<StandingLists> lists = stored.read(member);
        if (lists.isEmpty()) {
            return false;
        }
        List<OutboxMessage> messages = Publications.buckets(lists.get());
        return transactions.inTransaction(session -> session.find(
                        StandingRow.class, member.value(), LockMode.PESSIMISTIC_WRITE)
                .chain(row -> row == null
                                || row.archive == null
                                || row.generation != lists.get().generation()
                        // A newer generation has just been published, or the lists were ended: nothing to repeat.
                        ? Uni.createFrom().item(false)
                        : outbox.add(session, messages).replaceWith(true)));
    }

    private void settle(UUID work, List<OutboxMessage> messages, Function<Mutiny.Session, Uni<Void>> change) {
        transactions.<Void>inTransaction(session -> change.apply(session)
                .chain(() -> outbox.add(session, messages))
                .chain(() -> jobs.complete(session, work)));
    }

    /** The member's row, locked until the transaction ends; made when there is none. */
    private static Uni<StandingRow> lockedRow(Mutiny.Session session, MemberId member) {
        return session.find(StandingRow.class, member.value(), LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .switchTo(() -> {
                    StandingRow row = new StandingRow();
                    row.member = member.value();
                    return session.persist(row).chain(session::flush).replaceWith(row);
                });
    }

    private static Uni<Integer> deleteLists(Mutiny.Session session, MemberId member) {
        return session.createMutationQuery("delete from SealedList where member = :member")
                .setParameter("member", member.value())
                .executeUpdate();
    }
}
