package org.essaim.gateway.xaccounts.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.xaccounts.BrokerLink;
import org.essaim.gateway.xaccounts.XAccount;
import org.essaim.gateway.xaccounts.XAccounts;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Proofs and displacement in PostgreSQL. Rivals are serialised by a lock on the X id, taken before the member's own row; the
 * unique index on proven ids is the last word.
 */
@ApplicationScoped
public class PostgresXAccounts implements XAccounts {

    private final Transactions transactions;
    private final AccountNews news;
    private final InstantSource clock;

    PostgresXAccounts(Transactions transactions, AccountNews news, InstantSource clock) {
        this.transactions = transactions;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Optional<XAccount> of(MemberId member) {
        return transactions.reading(client -> AccountRows.of(Sql.alone(client), member.value()));
    }

    @Override
    public void settleProof(MemberId member, Optional<BrokerLink> link) {
        UUID id = member.value();
        transactions.inTransaction(session -> (link.isPresent()
                        ? AccountRows.lockXId(session, link.get().xId())
                        : Uni.createFrom().voidItem())
                .chain(() -> MemberLock.take(session, id))
                .chain(() -> AccountRows.of(Sql.in(session), id))
                .chain(held -> link.map(proof -> proveUnlessSetAside(session, id, held, proof))
                        .orElseGet(() -> withdrawProof(session, id, held))));
    }

    private Uni<Void> proveUnlessSetAside(
            Mutiny.Session session, UUID member, Optional<XAccount> held, BrokerLink proof) {
        return AccountRows.isSetAside(session, member, proof.xId())
                .chain(aside -> aside ? withdrawProof(session, member, held) : prove(session, member, held, proof));
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
                .chain(rivals -> displaceAll(session, member, proof.xId(), rivals, now))
                .chain(() -> AccountRows.put(session, member, proof.xId(), proof.handle(), Assurance.PROVEN, now))
                .chain(() -> NoticeRows.tell(session, member, NoticeKind.X_ACCOUNT_PROVEN, proof.xId(), now))
                .chain(() -> news.proven(session, member, proof.xId(), now))
                .chain(() -> news.refreshIdentity(session, member, now));
    }

    private Uni<Void> displaceAll(
            Mutiny.Session session, UUID winner, XId xId, List<AccountRows.Rival> rivals, Instant now) {
        Uni<Void> displaced = Uni.createFrom().voidItem();
        for (AccountRows.Rival rival : rivals) {
            displaced = displaced
                    .chain(() -> displace(session, xId, rival, now))
                    .chain(() -> NoticeRows.tell(session, winner, NoticeKind.X_RIVAL_DISPLACED, xId, now));
        }
        return displaced;
    }

    private Uni<Void> displace(Mutiny.Session session, XId xId, AccountRows.Rival rival, Instant now) {
        return MemberLock.take(session, rival.member())
                .chain(() -> AccountRows.delete(session, rival.member()))
                .chain(() -> NoticeRows.tell(session, rival.member(), NoticeKind.X_ACCOUNT_DISPLACED, xId, now))
                .chain(() -> switch (rival.assurance()) {
                    case PROVEN -> news.proven(session, rival.member(), null, now);
                    case CLAIMED -> Uni.createFrom().voidItem();
                })
                .chain(() -> news.refreshIdentity(session, rival.member(), now));
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
                .chain(() -> NoticeRows.tell(
                        session, member, NoticeKind.X_PROOF_GONE, held.get().xId(), now))
                .chain(() -> news.proven(session, member, null, now))
                .chain(() -> news.refreshIdentity(session, member, now));
    }
}
