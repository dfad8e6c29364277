package org.essaim.executor.stops.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.essaim.executor.stops.EmergencyStop;
import org.essaim.executor.stops.EmergencyStops;
import org.essaim.platform.postgres.Transactions;

/** Stops as rows that every claim of an account looks at. */
@ApplicationScoped
class PostgresEmergencyStops implements EmergencyStops {

    private final Transactions transactions;

    PostgresEmergencyStops(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void stop(EmergencyStop stop) {
        StopRow row = new StopRow();
        row.scope = stop.scope();
        row.reason = stop.reason();
        row.since = stop.since();
        transactions.inTransaction(session -> session.merge(row));
    }

    @Override
    public boolean lift(String scope) {
        return transactions.inTransaction(
                        session -> session.createMutationQuery("delete from EmergencyStop where scope = :scope")
                                .setParameter("scope", scope)
                                .executeUpdate())
                > 0;
    }

    @Override
    public List<EmergencyStop> all() {
        return transactions.inTransaction(session -> session.createSelectionQuery(
                        "from EmergencyStop order by scope", StopRow.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new EmergencyStop(row.scope, row.reason, row.since))
                        .toList()));
    }
}
