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

    private static final String STANDING = """
            select case
                when a.paused then 'PAUSED'
                when exists (select 1 from emergency_stop s where s.scope in (a.network, a.host))
                    or exists (select 1 from left_out_host l where l.host = a.host) then 'STOPPED'
                when exists (select 1 from host_trouble h where h.host = a.host and h.closed_until > :now) then 'HOST_IN_TROUBLE'
                else 'GOES_ON' end
            from acting_account a where a.account_id = :acting
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
        List<ActingRow> rows = transactions.quietly(session -> session.createSelectionQuery(
                        "from ActingAccount where member = :member order by accountId", ActingRow.class)
                .setParameter("member", member.value())
                .getResultList());
        return rows.stream()
                .map(row -> transactions.quietly(session -> progress(session, row)))
                .toList();
    }

    private Uni<Progress> progress(Session session, ActingRow row) {
        return session.createNativeQuery(STANDING, String.class)
                .setParameter("now", clock.instant())
                .setParameter("acting", row.accountId)
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
