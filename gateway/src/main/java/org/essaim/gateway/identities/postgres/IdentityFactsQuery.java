package org.essaim.gateway.identities.postgres;

import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Findability;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.gateway.identities.IdentityFacts;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;

/** Reads the facts of one member within a session's transaction. */
final class IdentityFactsQuery {

    private static final String FACTS = """
            select x.x_id, x.assurance, c.choice as findability, coalesce(l.generation, 0) as generation
            from member m
            left join x_account x on x.member = m.id
            left join consent c on c.member = m.id and c.kind = 'FINDABILITY' and c.withdrawn_at is null
            left join lists l on l.member = m.id
            where m.id = :member
            """;

    private static final String TARGETS = """
            select network, account, handle from link
            where member = :member and state <> 'REVOKED' order by linked_at, account
            """;

    private IdentityFactsQuery() {}

    static Uni<IdentityFacts> of(Sql sql, UUID member) {
        return targets(sql, member)
                .chain(targets -> Statement.of(sql, FACTS)
                        .with("member", member)
                        .row()
                        .map(row -> row.map(found -> facts(found, targets))
                                .orElseGet(() -> new IdentityFacts(null, null, null, List.of(), 0))));
    }

    private static Uni<List<TargetAccount>> targets(Sql sql, UUID member) {
        return Statement.of(sql, TARGETS).with("member", member).rows().map(rows -> {
            Map<Network, TargetAccount> first = new LinkedHashMap<>();
            for (Row row : rows) {
                Network network = row.constant("network", Network.class);
                first.putIfAbsent(network, new TargetAccount(network, row.text("account"), row.text("handle")));
            }
            return List.copyOf(first.values());
        });
    }

    private static IdentityFacts facts(Row row, List<TargetAccount> targets) {
        Long xId = row.longOrNull("x_id");
        String findability = row.textOrNull("findability");
        return new IdentityFacts(
                xId == null ? null : new XId(xId),
                xId == null ? null : row.constant("assurance", Assurance.class),
                findability == null ? null : Findability.valueOf(findability),
                targets,
                row.number("generation"));
    }
}
