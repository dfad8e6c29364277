package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.OpenPlans;
import org.essaim.executor.ledger.Progress;
import org.essaim.executor.ledger.Progress.Standing;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Reads the ledger's rows; changes none. */
@ApplicationScoped
class PostgresOpenPlans implements OpenPlans {

    /** A linked account has no row of its own before its first plan; it stands as one that has nothing to do. */
    private static final String ACCOUNTS = """
            select account_id, network, handle, host, member, sequence, paused, due_at, quiet_until, follows_after,
                first_follow_at, told_stop, lease_owner, lease_until, lease_turn
            from acting_account where member = :member
            union all
            select g.account_id, g.network, g.handle, g.host, g.member, 0, false, null, null, null, null, false, null, null, 0
            from account_grant g
            where g.member = :member and g.state = 'LINKED' and g.can_follow
                and not exists (select 1 from acting_account a where a.account_id = g.account_id)
            order by account_id
            """;

    private static final String STANDING = """
            select case
                when :paused then 'PAUSED'
                when exists (select 1 from emergency_stop s where s.scope in (:network, :host))
                    or exists (select 1 from left_out_host l where l.host = :host) then 'STOPPED'
                when exists (select 1 from host_trouble h where h.host = :host and h.closed_until > :now) then 'HOST_IN_TROUBLE'
                else 'GOES_ON' end
            """;

    private static final String OPEN = """
            select count(*) from follow f
            where f.acting_id = :acting and f.state not in ('SETTLED', 'AWAITING_APPROVAL')
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresOpenPlans(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<TargetAccount> targets(MemberId member, String actingId, int most) {
        return transactions.quietly(session -> session.find(ActingRow.class, actingId)
                .chain(row -> row == null || !member.value().equals(row.member)
                        ? Uni.createFrom().item(List.<TargetAccount>of())
                        : session.createNativeQuery(LedgerStatements.NEXT, FollowRow.class)
                                .setParameter("acting", actingId)
                                .setParameter("most", most)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(follow -> follow.target(Network.valueOf(row.network)))
                                        .toList())));
    }

    @Override
    public List<Progress> progress(MemberId member) {
        List<ActingRow> rows = transactions.quietly(session -> session.createNativeQuery(ACCOUNTS, ActingRow.class)
                .setParameter("member", member.value())
                .getResultList());
        return rows.stream()
                .map(row -> transactions.quietly(session -> progress(session, row)))
                .toList();
    }

    private Uni<Progress> progress(Session session, ActingRow row) {
        return session.createNativeQuery(STANDING, String.class)
                .setParameter("paused", row.paused)
                .setParameter("network", row.network)
                .setParameter("host", row.host)
                .setParameter("now", clock.instant())
                .getSingleResult()
                .chain(standing -> session.createNativeQuery(OPEN, Long.class)
                        .setParameter("acting", row.accountId)
                        .getSingleResult()
                        .map(open -> new Progress(
                                row.acting().account(),
                                open,
                                Standing.valueOf(standing),
                                row.nextFollow(),
                                Optional.ofNullable(row.firstFollowAt))));
    }
}
