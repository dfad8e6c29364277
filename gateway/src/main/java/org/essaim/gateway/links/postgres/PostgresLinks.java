package org.essaim.gateway.links.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.GrantEvent;
import org.essaim.contracts.GrantLinked;
import org.essaim.contracts.GrantLost;
import org.essaim.contracts.GrantRevoked;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.postgres.ActRows;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.gateway.links.Link;
import org.essaim.gateway.links.Link.LinkState;
import org.essaim.gateway.links.Links;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Links in PostgreSQL, guarded by the grant's version. */
@ApplicationScoped
public class PostgresLinks implements Links {

    private static final String SETTLE = """
            insert into link (member, account, network, handle, state, can_follow, version, linked_at)
            values (:member, :account, :network, :handle, :state, :canFollow, :version, :at)
            on conflict (member, account) do update set handle = excluded.handle, state = excluded.state,
                can_follow = excluded.can_follow, version = excluded.version,
                linked_at = case link.state when 'REVOKED' then excluded.linked_at else link.linked_at end
            where link.version < excluded.version
            """;

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    public PostgresLinks(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<Link> of(MemberId member) {
        return transactions.reading(client -> Statement.of(client, """
                        select network, account, handle, state, can_follow, linked_at from link
                        where member = :member and state <> 'REVOKED' order by linked_at, account
                        """)
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream().map(PostgresLinks::link).toList()));
    }

    private static Link link(Row row) {
        return new Link(
                new TargetAccount(row.constant("network", Network.class), row.text("account"), row.text("handle")),
                row.constant("state", LinkState.class),
                row.flag("can_follow"),
                row.instant("linked_at"));
    }

    @Override
    public void settle(GrantEvent event) {
        transactions.inTransaction(session -> MemberLock.take(
                        session, event.member().value())
                .chain(known ->
                        known ? upsert(session, event) : Uni.createFrom().item(0))
                .chain(changed -> changed == 1
                        ? tell(session, event).chain(() -> refreshIdentity(session, event.member()))
                        : Uni.createFrom().item(false)));
    }

    private Uni<Void> tell(Mutiny.Session session, GrantEvent event) {
        UUID member = event.member().value();
        Instant now = clock.instant();
        return switch (event) {
            case GrantLinked _ -> note(session, event, Act.LINKED, now);
            case GrantRevoked _ -> note(session, event, Act.UNLINKED, now);
            case GrantLost _ ->
                note(session, event, Act.LINK_LOST, now)
                        .chain(() -> NoticeRows.tell(session, member, NoticeKind.LINK_LOST, now));
        };
    }

    private static Uni<Void> note(Mutiny.Session session, GrantEvent event, Act act, Instant now) {
        return ActRows.note(
                session, event.member().value(), act, event.account().network().name(), now);
    }

    private Uni<Integer> upsert(Mutiny.Session session, GrantEvent event) {
        State state = switch (event) {
            case GrantLinked linked -> new State("LINKED", linked.canFollow());
            case GrantLost _ -> new State("LOST", false);
            case GrantRevoked _ -> new State("REVOKED", false);
        };
        return Statement.of(session, SETTLE)
                .with("member", event.member().value())
                .with("account", event.account().id())
                .with("network", event.account().network())
                .with("handle", event.account().handle())
                .with("state", state.name())
                .with("canFollow", state.canFollow())
                .with("version", event.version())
                .with("at", event.at())
                .update();
    }

    private Uni<Boolean> refreshIdentity(Mutiny.Session session, MemberId member) {
        return jobs.add(
                session,
                UuidCreator.getTimeOrderedEpoch(),
                IdentityPublication.JOB,
                member.asString(),
                "",
                clock.instant());
    }

    private record State(String name, boolean canFollow) {}
}
