package org.essaim.gateway.xaccounts.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.BrokerLink;
import org.essaim.gateway.xaccounts.XAccount;
import org.essaim.gateway.xaccounts.XAccounts;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Proofs and displacement in PostgreSQL. Rivals are serialised by a lock on the X id, taken before the member's own row; the
 * unique index on proven ids is the last word.
 */
@ApplicationScoped
public class PostgresXAccounts implements XAccounts {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Jobs jobs;
    private final InstantSource clock;

    public PostgresXAccounts(Transactions transactions, Outbox outbox, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Optional<XAccount> of(MemberId member) {
        return transactions.inTransaction(session -> AccountRows.of(session, member.value()));
    }

    @Override
    public void settleProof(MemberId member, Optional<BrokerLink> link) {
        UUID id = member.value();
        transactions.inTransaction(session -> (link.isPresent()
                        ? AccountRows.lockXId(session, link.get().xId())
                        : Uni.createFrom().voidItem())
                .chain(() -> MemberLock.take(session, id))
                .chain(() -> AccountRows.of(session, id))
                .chain(held -> link.map(proof -> prove(session, id, held, proof))
                        .orElseGet(() -> withdrawProof(session, id, held))));
    }

    private Uni<Void> prove(Mutiny.Session session, UUID member, Optional<XAccount> held, BrokerLink proof) {
        Instant now = clock.instant();
        boolean known = held.filter(account ->
                        account.assurance() == Assurance.PROVEN && account.xId().equals(proof.xId()))
                .isPresent();
        if (known) {
            return AccountRows.put(
                    session,
                    member,
                    proof.xId(),
                    proof.handle(),
                    Assurance.PROVEN,
                    held.orElseThrow().since());
        }
        return AccountRows.rivals(session, member, proof.xId())
                .chain(rivals -> displaceAll(session, member, rivals, now))
                .chain(() -> AccountRows.put(session, member, proof.xId(), proof.handle(), Assurance.PROVEN, now))
                .chain(() -> Notices.tell(session, member, Notice.Kind.X_ACCOUNT_PROVEN, now))
                .chain(() -> tell(session, member, proof.xId(), now))
                .chain(() -> refreshIdentity(session, member, now));
    }

    private Uni<Void> displaceAll(Mutiny.Session session, UUID winner, List<AccountRows.Rival> rivals, Instant now) {
        Uni<Void> displaced = Uni.createFrom().voidItem();
        for (AccountRows.Rival rival : rivals) {
            displaced = displaced
                    .chain(() -> displace(session, rival, now))
                    .chain(() -> Notices.tell(session, winner, Notice.Kind.X_RIVAL_DISPLACED, now));
        }
        return displaced;
    }

    private Uni<Void> displace(Mutiny.Session session, AccountRows.Rival rival, Instant now) {
        return MemberLock.take(session, rival.member())
                .chain(() -> AccountRows.delete(session, rival.member()))
                .chain(() -> Notices.tell(session, rival.member(), Notice.Kind.X_ACCOUNT_DISPLACED, now))
                .chain(() -> switch (rival.assurance()) {
                    case PROVEN -> tell(session, rival.member(), null, now);
                    case CLAIMED -> Uni.createFrom().voidItem();
                })
                .chain(() -> refreshIdentity(session, rival.member(), now));
    }

    private Uni<Void> withdrawProof(Mutiny.Session session, UUID member, Optional<XAccount> held) {
        if (held.isEmpty() || held.get().assurance() == Assurance.CLAIMED) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return AccountRows.claimOf(session, member)
                .chain(claim -> claim.isPresent()
                        ? AccountRows.put(
                                session, member, claim.get().xId(), claim.get().handle(), Assurance.CLAIMED, now)
                        : AccountRows.delete(session, member))
                .chain(() -> Notices.tell(session, member, Notice.Kind.X_PROOF_GONE, now))
                .chain(() -> tell(session, member, null, now))
                .chain(() -> refreshIdentity(session, member, now));
    }

    private Uni<Void> tell(Mutiny.Session session, UUID member, @Nullable XId proven, Instant now) {
        XAccountProven event = new XAccountProven(new MemberId(member), proven, now);
        String cause = member + "|" + proven + "|" + now;
        return outbox.add(
                session,
                List.of(OutboxMessage.event(
                        Topics.ARCHIVE_UPLOADS,
                        member.toString(),
                        CloudEvent.causedBy(cause, "/essaim/gateway", now, event))));
    }

    private Uni<Void> refreshIdentity(Mutiny.Session session, UUID member, Instant now) {
        return jobs.add(session, UuidCreator.getTimeOrderedEpoch(), IdentityPublication.JOB, member.toString(), "", now)
                .replaceWithVoid();
    }

    @Override
    public List<Notice> noticesOf(MemberId member) {
        return transactions.inTransaction(session -> Statement.of(
                        session, "select kind, at from notice where member = :member order by at desc, id limit 100")
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Notice(row.constant("kind", Notice.Kind.class), row.instant("at")))
                        .toList()));
    }
}
