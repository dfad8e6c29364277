package org.essaim.gateway.consents.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.consents.Consents;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.gateway.postgres.Changes;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Consents in PostgreSQL: rows are added and closed, never changed otherwise. */
@ApplicationScoped
public class PostgresConsents implements Consents {

    private static final String GRANTED = "GRANTED";

    private final Transactions transactions;
    private final Jobs jobs;
    private final ArrivalsWithdrawal arrivals;
    private final InstantSource clock;

    PostgresConsents(Transactions transactions, Jobs jobs, ArrivalsWithdrawal arrivals, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void chooseFindability(MemberId member, Findability choice, int wording) {
        replace(member, Subject.FINDABILITY, new Choice(choice.name(), wording));
    }

    @Override
    public void give(MemberId member, Subject subject, int wording) {
        replace(member, subject, new Choice(GRANTED, wording));
    }

    @Override
    public void withdraw(MemberId member, Subject subject) {
        replace(member, subject, null);
    }

    private void replace(MemberId member, Subject subject, @Nullable Choice choice) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> current(Sql.in(session), member))
                .chain(current -> Objects.equals(current.get(subject), choice)
                        ? Uni.createFrom().voidItem()
                        : close(session, member, subject, now)
                                .chain(() -> open(session, member, subject, choice, now))
                                .chain(() -> takeEffect(session, member, subject.kind(), choice, now))
                                .chain(() -> ActRows.note(
                                        session,
                                        member.value(),
                                        choice == null ? Act.CONSENT_WITHDRAWN : Act.CONSENT_GIVEN,
                                        subject.kind().name(),
                                        now))
                                .chain(() -> Changes.note(session, member.value()))));
    }

    private Uni<Integer> close(Mutiny.Session session, MemberId member, Subject subject, Instant now) {
        return Statement.of(session, """
                        update consent set withdrawn_at = :now
                        where member = :member and kind = :kind and partner = :partner and withdrawn_at is null
                        """)
                .with("now", now)
                .with("member", member.value())
                .with("kind", subject.kind())
                .with("partner", subject.partner())
                .update();
    }

    private Uni<Integer> open(
            Mutiny.Session session, MemberId member, Subject subject, @Nullable Choice choice, Instant now) {
        if (choice == null) {
            return Uni.createFrom().item(0);
        }
        return Statement.of(session, """
                        insert into consent (id, member, kind, partner, choice, wording, given_at)
                        values (:id, :member, :kind, :partner, :choice, :wording, :now)
                        """)
                .with("id", UuidCreator.getTimeOrderedEpoch())
                .with("member", member.value())
                .with("kind", subject.kind())
                .with("partner", subject.partner())
                .with("choice", choice.text())
                .with("wording", choice.wording())
                .with("now", now)
                .update();
    }

    private Uni<Void> takeEffect(
            Mutiny.Session session, MemberId member, ConsentKind kind, @Nullable Choice choice, Instant now) {
        return switch (kind) {
            case FINDABILITY ->
                jobs.add(
                                session,
                                UuidCreator.getTimeOrderedEpoch(),
                                IdentityPublication.JOB,
                                member.asString(),
                                "",
                                now)
                        .replaceWithVoid();
            case FOLLOW_ARRIVALS ->
                choice == null
                        ? arrivals.takeEffect(session, member, now)
                        : Uni.createFrom().voidItem();
            case EMAIL, PARTNER -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Map<Subject, Choice>> current(Sql sql, MemberId member) {
        return Statement.of(sql, """
                        select kind, partner, choice, wording from consent
                        where member = :member and withdrawn_at is null
                        """)
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Subject(row.constant("kind", ConsentKind.class), row.text("partner")),
                                row -> new Choice(row.text("choice"), (int) row.number("wording")))));
    }

    @Override
    public Standing standing(MemberId member) {
        Map<Subject, Choice> current = transactions.reading(client -> current(Sql.alone(client), member));
        Choice findability = current.get(Subject.FINDABILITY);
        return new Standing(
                findability == null ? null : Findability.valueOf(findability.text()),
                current.containsKey(Subject.FOLLOW_ARRIVALS),
                current.containsKey(Subject.EMAIL),
                current.keySet().stream()
                        .filter(subject -> subject.kind() == ConsentKind.PARTNER)
                        .map(Subject::partner)
                        .sorted()
                        .toList());
    }

    @Override
    public List<Given> history(MemberId member) {
        return transactions.reading(client -> Statement.of(client, """
                        select kind, partner, choice, wording, given_at, withdrawn_at from consent
                        where member = :member order by given_at desc, id desc limit 200
                        """)
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream().map(PostgresConsents::given).toList()));
    }

    private static Given given(Row row) {
        return new Given(
                row.constant("kind", ConsentKind.class),
                row.text("partner"),
                row.text("choice"),
                (int) row.number("wording"),
                row.instant("given_at"),
                row.instantOrNull("withdrawn_at"));
    }

    /** What was said, and to which text. */
    private record Choice(String text, int wording) {}
}
