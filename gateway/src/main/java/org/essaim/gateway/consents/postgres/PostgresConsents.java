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
import org.essaim.gateway.consents.Consents;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Consents in PostgreSQL: rows are added and closed, never changed otherwise. */
@ApplicationScoped
public class PostgresConsents implements Consents {

    /** The version of the texts that the pages show. */
    private static final int WORDING = 1;

    private static final String GRANTED = "GRANTED";

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    public PostgresConsents(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void chooseFindability(MemberId member, Findability choice) {
        replace(member, Kind.FINDABILITY, choice.name());
    }

    @Override
    public void withdrawFindability(MemberId member) {
        replace(member, Kind.FINDABILITY, null);
    }

    @Override
    public void followArrivals(MemberId member) {
        replace(member, Kind.FOLLOW_ARRIVALS, GRANTED);
    }

    @Override
    public void stopFollowingArrivals(MemberId member) {
        replace(member, Kind.FOLLOW_ARRIVALS, null);
    }

    private void replace(MemberId member, Kind kind, @Nullable String choice) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> currentChoices(session, member))
                .chain(current -> Objects.equals(current.get(kind), choice)
                        ? Uni.createFrom().voidItem()
                        : withdraw(session, member, kind, now)
                                .chain(() -> give(session, member, kind, choice, now))
                                .chain(() -> tell(session, member, kind, now))));
    }

    private Uni<Integer> withdraw(Mutiny.Session session, MemberId member, Kind kind, Instant now) {
        return Statement.of(session, """
                        update consent set withdrawn_at = :now
                        where member = :member and kind = :kind and withdrawn_at is null
                        """)
                .with("now", now)
                .with("member", member.value())
                .with("kind", kind)
                .update();
    }

    private Uni<Integer> give(
            Mutiny.Session session, MemberId member, Kind kind, @Nullable String choice, Instant now) {
        if (choice == null) {
            return Uni.createFrom().item(0);
        }
        return Statement.of(session, """
                        insert into consent (id, member, kind, choice, wording, given_at)
                        values (:id, :member, :kind, :choice, :wording, :now)
                        """)
                .with("id", UuidCreator.getTimeOrderedEpoch())
                .with("member", member.value())
                .with("kind", kind)
                .with("choice", choice)
                .with("wording", WORDING)
                .with("now", now)
                .update();
    }

    private Uni<Void> tell(Mutiny.Session session, MemberId member, Kind kind, Instant now) {
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
            case FOLLOW_ARRIVALS -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Map<Kind, String>> currentChoices(Mutiny.Session session, MemberId member) {
        return Statement.of(session, "select kind, choice from consent where member = :member and withdrawn_at is null")
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.constant("kind", Kind.class), row -> row.text("choice"))));
    }

    @Override
    public Standing standing(MemberId member) {
        Map<Kind, String> current = transactions.inTransaction(session -> currentChoices(session, member));
        String findability = current.get(Kind.FINDABILITY);
        return new Standing(
                findability == null ? null : Findability.valueOf(findability),
                current.containsKey(Kind.FOLLOW_ARRIVALS));
    }

    @Override
    public List<Given> history(MemberId member) {
        return transactions.inTransaction(session -> Statement.of(session, """
                        select kind, choice, wording, given_at, withdrawn_at from consent
                        where member = :member order by given_at desc limit 200
                        """)
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream().map(PostgresConsents::given).toList()));
    }

    private static Given given(Row row) {
        return new Given(
                row.constant("kind", Kind.class),
                row.text("choice"),
                (int) row.number("wording"),
                row.instant("given_at"),
                row.instantOrNull("withdrawn_at"));
    }
}
