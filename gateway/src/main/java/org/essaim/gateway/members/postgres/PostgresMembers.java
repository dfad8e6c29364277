package org.essaim.gateway.members.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.members.LoginClosedException;
import org.essaim.gateway.members.Members;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.ProofRefresh;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Members in PostgreSQL. Two first calls at once: the login's primary key lets one of them make the member, and the other
 * reads it.
 */
@ApplicationScoped
public class PostgresMembers implements Members {

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    public PostgresMembers(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public MemberId arrive(Login login) {
        // Every call asks this: who is known is found without a transaction, which would wake every loop besides.
        UUID member = transactions
                .reading(client -> find(Sql.alone(client), login))
                .orElseGet(() -> transactions.inTransaction(session -> find(Sql.in(session), login)
                        .chain(known ->
                                known.isPresent() ? Uni.createFrom().item(known.get()) : welcome(session, login))));
        return new MemberId(member);
    }

    @Override
    public List<Login> loginsOf(MemberId member) {
        return transactions.reading(client -> Statement.of(
                        client, "select issuer, subject from login where member = :member order by first_seen_at")
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Login(row.text("issuer"), row.text("subject")))
                        .toList()));
    }

    private Uni<Optional<UUID>> find(Sql sql, Login login) {
        return Statement.of(sql, "select member from login where issuer = :issuer and subject = :subject")
                .with("issuer", login.issuer())
                .with("subject", login.subject())
                .row()
                .map(row -> row.map((Row found) -> found.uuid("member")));
    }

    private Uni<UUID> welcome(Mutiny.Session session, Login login) {
        return ClosedLogins.isClosed(session, login, clock.instant())
                .chain(closed -> closed ? Uni.createFrom().failure(new LoginClosedException()) : make(session, login));
    }

    private Uni<UUID> make(Mutiny.Session session, Login login) {
        UUID member = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        return Statement.of(session, """
                        insert into login (issuer, subject, member, first_seen_at)
                        values (:issuer, :subject, :member, :now) on conflict do nothing
                        """)
                .with("issuer", login.issuer())
                .with("subject", login.subject())
                .with("member", member)
                .with("now", now)
                .update()
                .chain(inserted -> inserted == 1
                        ? complete(session, member, now)
                        : find(Sql.in(session), login).map(Optional::orElseThrow));
    }

    private Uni<UUID> complete(Mutiny.Session session, UUID member, Instant now) {
        return Statement.of(session, "insert into member (id, created_at) values (:member, :now)")
                .with("member", member)
                .with("now", now)
                .update()
                .chain(() -> ActRows.note(session, member, Act.CAME, now))
                .chain(() -> jobs.add(session, member, ProofRefresh.JOB, member.toString(), "", now))
                .replaceWith(member);
    }
}
