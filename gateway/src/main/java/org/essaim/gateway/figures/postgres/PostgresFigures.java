package org.essaim.gateway.figures.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.essaim.gateway.figures.PublicFigures;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;

/** Figures as rows, rounded before they are kept. */
@ApplicationScoped
class PostgresFigures implements PublicFigures {

    private final Transactions transactions;

    PostgresFigures(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Figures> last() {
        return transactions.reading(client -> Statement.of(
                        client, "select hour, members, links, reconnections from figure order by hour desc limit 1")
                .row()
                .map(row -> row.map((Row found) -> figures(found.instant("hour"), found))));
    }

    private static Figures figures(Instant hour, Row row) {
        return new Figures(hour, row.longOrNull("members"), row.longOrNull("links"), row.longOrNull("reconnections"));
    }
}
