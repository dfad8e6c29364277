package org.essaim.gateway.rights.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Identity;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.members.postgres.ClosedLogins;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.rights.Erasures;
import org.essaim.gateway.rights.Receipt;
import org.essaim.platform.erasures.ErasureJournal;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** One transaction under the member's lock: rows out, the words by which others forget in. */
@ApplicationScoped
class PostgresErasures implements Erasures {

    /** What was on its way when the rows went has arrived by then: soon, and once more after every retry of a service that was away for a night. */
    private static final List<Duration> LOOKS = List.of(Duration.ofMinutes(10), Duration.ofHours(24));

    private final Transactions transactions;
    private final Outbox outbox;
    private final Jobs jobs;
    private final ErasureJournal journal;
    private final InstantSource clock;

    PostgresErasures(Transactions transactions, Outbox outbox, Jobs jobs, ErasureJournal journal, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.jobs = jobs;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void erase(MemberId member, Receipt receipt) {
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(there -> there
                        ? forget(session, member, new Erasure(receipt.id(), receipt.erasedAt()))
                                .chain(() -> keepReceipt(session, member, receipt))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public void eraseAgain(MemberId member) {
        Erasure erasure = new Erasure(UuidCreator.getRandomBased(), clock.instant());
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(there -> there
                        ? forget(session, member, erasure)
                        : Uni.createFrom().voidItem()));
    }

    /** What the jobs of an erasure name it by, and when it was. */
    private record Erasure(UUID id, Instant at) {}

    private Uni<Void> forget(Mutiny.Session session, MemberId member, Erasure erasure) {
        return tellOthers(session, member, erasure.at())
                .chain(() -> loginsOf(session, member))
                .chain(logins -> endLogins(session, logins, erasure))
                .chain(() -> removeRows(session, member))
                .chain(() -> Statement.of(session, "delete from member where id = :member")
                        .with("member", member.value())
                        .update())
                .chain(() -> addLooks(session, member, erasure));
    }

    private static Uni<Void> keepReceipt(Mutiny.Session session, MemberId member, Receipt receipt) {
        return Statement.of(session, "insert into erasure (receipt, erased_at) values (:receipt, :at)")
                .with("receipt", receipt.id())
                .with("at", receipt.erasedAt())
                .update()
                .chain(() -> ActRows.note(session, member.value(), Act.ERASED, receipt.erasedAt()));
    }

    /** Lists and matches go by archive-ingest's tombstones, the identity by ours; the journal is told what a restored backup would forget. */
    private Uni<Void> tellOthers(Mutiny.Session session, MemberId member, Instant now) {
        return Statement.of(session, "select x_id from identity where member = :member and x_id is not null")
                .with("member", member.value())
                .row()
                .chain(told -> outbox.add(
                        session,
                        Stream.concat(
                                        Stream.of(journal.entry(member, now), listsErased(member, now)),
                                        told.map((Row row) -> tombstone(member, row.number("x_id"))).stream())
                                .toList()));
    }

    private static OutboxMessage listsErased(MemberId member, Instant now) {
        return OutboxMessage.event(
                Topics.ARCHIVE_UPLOADS,
                member.asString(),
                CloudEvent.causedBy(
                        "erasure|" + member.asString(), "/essaim/gateway", now, new ListsErased(member, now)));
    }

    private static OutboxMessage tombstone(MemberId member, long xId) {
        byte[] key = Identity.key(new XId(xId), member).getBytes(StandardCharsets.UTF_8);
        return OutboxMessage.tombstone(Topics.IDENTITIES, Buckets.of(xId), key);
    }

    private static Uni<List<Login>> loginsOf(Mutiny.Session session, MemberId member) {
        return Statement.of(session, "select issuer, subject from login where member = :member")
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Login(row.text("issuer"), row.text("subject")))
                        .toList());
    }

    private Uni<Void> endLogins(Mutiny.Session session, List<Login> logins, Erasure erasure) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Login login : logins) {
            all = all.chain(() ->
                            ClosedLogins.close(session, login, erasure.at().plus(CLOSED)))
                    .chain(() -> jobs.add(
                            session,
                            UuidCreator.getTimeOrderedEpoch(),
                            ACCOUNT_JOB,
                            erasure.id().toString(),
                            login.issuer() + "\n" + login.subject(),
                            erasure.at()))
                    .replaceWithVoid();
        }
        return all;
    }

    private static Uni<Void> removeRows(Mutiny.Session session, MemberId member) {
        Uni<Integer> all = Statement.of(
                        session,
                        "delete from acting_account where account in (select account from link where member = :member)")
                .with("member", member.value())
                .update();
        for (String table : MemberTables.ALL) {
            all = all.chain(() -> Statement.of(session, "delete from " + table + " where member = :member")
                    .with("member", member.value())
                    .update());
        }
        // A job that was done has forgotten its subject; the first one of a member bears their id.
        return all.chain(() -> Statement.of(session, "delete from job where subject = :member or id = :id")
                        .with("member", member.asString())
                        .with("id", member.value())
                        .update())
                .replaceWithVoid();
    }

    private Uni<Void> addLooks(Mutiny.Session session, MemberId member, Erasure erasure) {
        Uni<Boolean> all = Uni.createFrom().item(true);
        for (Duration look : LOOKS) {
            all = all.chain(() -> jobs.add(
                    session,
                    UuidCreator.getTimeOrderedEpoch(),
                    STRAGGLERS_JOB,
                    erasure.id() + " " + look,
                    member.asString(),
                    erasure.at().plus(look)));
        }
        return all.replaceWithVoid();
    }

    @Override
    public void removeStragglers(MemberId member, UUID job) {
        transactions.inTransaction(session -> removeRows(session, member).chain(() -> jobs.complete(session, job)));
    }

    @Override
    public void accountIsGone(UUID receipt, UUID job) {
        transactions.inTransaction(
                session -> Statement.of(session, "update erasure set account_gone_at = :now where receipt = :receipt")
                        .with("now", clock.instant())
                        .with("receipt", receipt)
                        .update()
                        .chain(() -> jobs.complete(session, job)));
    }

    @Override
    public Optional<Progress> progress(UUID receipt) {
        return transactions.reading(client -> Statement.of(
                        client, "select erased_at, account_gone_at from erasure where receipt = :receipt")
                .with("receipt", receipt)
                .row()
                .map(row -> row.map((Row found) ->
                        new Progress(found.instant("erased_at"), found.instantOrNull("account_gone_at")))));
    }

    @Override
    public void forgetClosedLogins(Instant now) {
        transactions.inTransaction(session -> ClosedLogins.forget(session, now));
    }
}
