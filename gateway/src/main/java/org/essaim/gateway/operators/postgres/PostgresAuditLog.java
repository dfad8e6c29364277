package org.essaim.gateway.operators.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.essaim.gateway.acts.PersonDigest;
import org.essaim.gateway.operators.AuditLog;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;
import org.jspecify.annotations.Nullable;

/** Entries as rows, to which nothing is done but adding. */
@ApplicationScoped
class PostgresAuditLog implements AuditLog {

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresAuditLog(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void note(String operator, Action action, @Nullable String about, @Nullable String person) {
        transactions.inTransaction(session -> Statement.of(session, """
                        insert into audit (id, at, operator, action, about, person)
                        values (:id, :at, :operator, :action, cast(:about as text), cast(:person as text))
                        """)
                .with("id", UuidCreator.getTimeOrderedEpoch())
                .with("at", clock.instant())
                .with("operator", PersonDigest.of(operator))
                .with("action", action)
                .with("about", about)
                .with("person", person == null ? null : PersonDigest.of(person))
                .update());
    }

    @Override
    public List<Entry> last(int most) {
        return transactions.reading(client -> Statement.of(
                        client,
                        "select at, operator, action, about, person from audit order by at desc, id desc limit :most")
                .with("most", most)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Entry(
                                row.instant("at"),
                                row.text("operator"),
                                row.constant("action", Action.class),
                                row.textOrNull("about"),
                                row.textOrNull("person")))
                        .toList()));
    }
}
