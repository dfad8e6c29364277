package org.essaim.gateway.rights.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.rights.HeldRows;
import org.essaim.platform.postgres.Transactions;

/** Rows as they are stored: whoever asks what is held sees exactly that. */
@ApplicationScoped
class PostgresHeldRows implements HeldRows {

    private static final String HELD = Stream.concat(
                    Stream.of("'member', (select coalesce(jsonb_agg(m), '[]') from member m where m.id = :member)"),
                    MemberTables.ALL.stream()
                            .map(table -> "'" + table + "', (select coalesce(jsonb_agg(t), '[]') from " + table
                                    + " t where t.member = :member)"))
            .collect(Collectors.joining(", ", "select cast(jsonb_build_object(", ") as text) as held"));

    private final Transactions transactions;

    PostgresHeldRows(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public String of(MemberId member) {
        return transactions.reading(client -> Statement.of(client, HELD)
                .with("member", member.value())
                .row()
                .map(row -> row.map((Row found) -> found.text("held")).orElseThrow()));
    }
}
