package org.essaim.executor.stops.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.essaim.executor.stops.LeftOutHost;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.platform.postgres.Transactions;

/** Hosts as rows that every link and every claim of an account looks at. */
@ApplicationScoped
class PostgresLeftOutHosts implements LeftOutHosts {

    private final Transactions transactions;

    PostgresLeftOutHosts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void leaveOut(LeftOutHost host) {
        transactions.inTransaction(session -> session.merge(LeftOutRow.of(host)));
    }

    @Override
    public boolean takeIn(String host) {
        return transactions.inTransaction(
                        session -> session.createMutationQuery("delete from LeftOutHost where host = :host")
                                .setParameter("host", host)
                                .executeUpdate())
                > 0;
    }

    @Override
    public boolean contains(String host) {
        return transactions.quietly(session -> session.createNativeQuery(
                                "select count(*) from left_out_host where host = :host", Long.class)
                        .setParameter("host", host)
                        .getSingleResult())
                > 0;
    }

    @Override
    public List<LeftOutHost> all() {
        return transactions.quietly(
                session -> session.createSelectionQuery("from LeftOutHost order by host", LeftOutRow.class)
                        .getResultList()
                        .map(rows -> rows.stream().map(LeftOutRow::leftOut).toList()));
    }
}
