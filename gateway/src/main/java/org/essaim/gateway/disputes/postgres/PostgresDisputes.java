package org.essaim.gateway.disputes.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.disputes.Contested;
import org.essaim.gateway.disputes.Dispute;
import org.essaim.gateway.disputes.Dispute.DisputeState;
import org.essaim.gateway.disputes.Disputes;
import org.essaim.gateway.disputes.OpenDispute;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.xaccounts.postgres.SetAside;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Disputes in PostgreSQL; the verdict itself is carried out by {@link VerdictEffects}. */
@ApplicationScoped
class PostgresDisputes implements Disputes {

    private static final int MOST_RAISED = 5;
    private static final Duration RAISED_WITHIN = Duration.ofDays(30);

    private final Transactions transactions;
    private final VerdictEffects effects;
    private final InstantSource clock;

    PostgresDisputes(Transactions transactions, VerdictEffects effects, InstantSource clock) {
        this.transactions = transactions;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public List<Contested> contestedBy(MemberId member) {
        return transactions.reading(client -> ContestedRows.of(Sql.alone(client), member.value()));
    }

    @Override
    public List<Dispute> of(MemberId member) {
        return transactions.reading(client -> DisputeRows.of(client, member.value()));
    }

    @Override
    public Raising raise(MemberId member, XId xId, String words) {
        // To the microsecond, as it is kept.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Dispute dispute = new Dispute(UuidCreator.getRandomBased(), xId, words, now, DisputeState.OPEN, null, null);
        return transactions.inTransaction(session -> SetAside.lock(session, xId)
                .chain(() -> MemberLock.take(session, member.value()))
                .chain(() -> ContestedRows.of(Sql.in(session), member.value()))
                .chain(contested ->
                        contested.stream().noneMatch(one -> one.xId().equals(xId))
                                ? Uni.createFrom().item(new Raising.NothingToDispute())
                                : raise(session, member.value(), dispute)));
    }

    private static Uni<Raising> raise(Mutiny.Session session, UUID member, Dispute dispute) {
        return DisputeRows.raisedSince(session, member, dispute.raisedAt().minus(RAISED_WITHIN))
                .chain(raised -> raised >= MOST_RAISED
                        ? Uni.createFrom().item(new Raising.TooMany())
                        : DisputeRows.add(session, member, dispute)
                                .chain(added -> added
                                        ? ActRows.note(session, member, Act.DISPUTE_RAISED, dispute.raisedAt())
                                                .chain(() -> tellRivals(session, member, dispute))
                                                .replaceWith(new Raising.Raised(dispute))
                                        : Uni.createFrom().item(new Raising.AlreadyOpen())));
    }

    private static Uni<Void> tellRivals(Mutiny.Session session, UUID member, Dispute dispute) {
        return Parties.rivals(session, member, dispute.xId())
                .chain(rivals -> Multi.createFrom()
                        .iterable(rivals)
                        .onItem()
                        .transformToUniAndConcatenate(rival -> NoticeRows.tell(
                                session, rival, NoticeKind.X_DISPUTE_RAISED, dispute.xId(), dispute.raisedAt()))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    @Override
    public Withdrawal takeBack(MemberId member, UUID dispute) {
        return transactions.inTransaction(session -> DisputeRows.find(session, dispute)
                .map(found -> found.filter(raised -> raised.member().equals(member.value())))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Withdrawal.NOT_FOUND)
                        : DisputeRows.remove(session, dispute)
                                .map(removed -> removed ? Withdrawal.TAKEN_BACK : Withdrawal.ALREADY_DECIDED)));
    }

    @Override
    public List<OpenDispute> open(int most) {
        return transactions.reading(client -> DisputeRows.open(client, most)
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(raised -> withParties(client, raised))
                        .collect()
                        .asList()));
    }

    private static Uni<OpenDispute> withParties(SqlClient client, DisputeRows.Raised raised) {
        Dispute dispute = raised.dispute();
        MemberId raiser = new MemberId(raised.member());
        return Parties.of(Sql.alone(client), raised.member(), dispute.xId())
                .map(parties -> new OpenDispute(
                        dispute.id(),
                        dispute.xId(),
                        dispute.words(),
                        dispute.raisedAt(),
                        parties.stream()
                                .filter(party -> party.member().equals(raiser))
                                .findFirst()
                                .orElseThrow(),
                        parties.stream()
                                .filter(party -> !party.member().equals(raiser))
                                .toList()));
    }

    @Override
    public Decision decide(UUID dispute, Verdict verdict, String reason) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> DisputeRows.find(session, dispute)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Decision.NotFound())
                        : decide(session, found.get(), verdict, reason, now)));
    }

    private Uni<Decision> decide(
            Mutiny.Session session, DisputeRows.Raised raised, Verdict verdict, String reason, Instant now) {
        DisputeState state = switch (verdict) {
            case UPHOLD -> DisputeState.UPHELD;
            case REJECT -> DisputeState.REJECTED;
        };
        Dispute dispute = raised.dispute();
        return SetAside.lock(session, dispute.xId())
                .chain(() -> DisputeRows.close(session, dispute.id(), state, reason, now))
                .chain(closed -> closed
                        ? effects.carryOut(session, raised.member(), dispute.xId(), verdict, now)
                                .replaceWith(new Decision.Decided(new MemberId(raised.member())))
                        : Uni.createFrom().item(new Decision.AlreadyDecided()));
    }
}
