package org.essaim.gateway.acts.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.ActLog;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;
import org.jspecify.annotations.Nullable;

/** The book in PostgreSQL. */
@ApplicationScoped
class PostgresActLog implements ActLog {

    private static final String LAST = """
            select at, person, act, about from act
            where cast(:person as text) is null or person = cast(:person as text) order by at desc, id limit :most
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    PostgresActLog(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void note(MemberId member, Act act) {
        Instant now = clock.instant();
        transactions.quietly(session -> ActRows.note(session, member.value(), act, now));
    }

    @Override
    public List<Noted> last(@Nullable String person, int most) {
        return transactions.reading(client -> Statement.of(client, LAST)
                .with("person", person)
                .with("most", most)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Noted(
                                row.instant("at"),
                                row.text("person"),
                                row.constant("act", Act.class),
                                row.textOrNull("about")))
                        .toList()));
    }
}
