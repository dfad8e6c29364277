package org.essaim.gateway.operators.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.operators.SupportView;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;

/** Counts and states; no account, no handle, no number leaves these queries. */
@ApplicationScoped
class PostgresSupportView implements SupportView {

    private static final String MEMBER = """
            select m.created_at, coalesce(x.assurance, 'NONE') as assurance,
                (select count(*) from standing_match s where s.member = m.id) as matches
            from member m left join x_account x on x.member = m.id where m.id = :member
            """;

    private static final String LINKS = """
            select network || ' ' || state as what, count(*) as many from link
            where member = :member and state <> 'REVOKED' group by 1 order by 1
            """;

    private static final String FOLLOWS =
            "select state as what, count(*) as many from follow where member = :member group by 1 order by 1";

    private static final String UPLOADS =
            "select uploaded_at, state, reason from upload where member = :member order by uploaded_at desc limit 10";

    private final Transactions transactions;
    private final String issuer;

    PostgresSupportView(
            Transactions transactions, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.transactions = transactions;
        this.issuer = issuer;
    }

    @Override
    public Optional<MemberStanding> of(MemberId member) {
        return transactions.reading(client -> Statement.of(client, MEMBER)
                .with("member", member.value())
                .row()
                .chain(row -> row.isEmpty()
                        ? Uni.createFrom().item(Optional.<MemberStanding>empty())
                        : standing(client, member, row.get()).map(Optional::of)));
    }

    private static Uni<MemberStanding> standing(SqlClient client, MemberId member, Row row) {
        UUID id = member.value();
        return counts(client, LINKS, id)
                .chain(links -> counts(client, FOLLOWS, id)
                        .chain(follows -> uploads(client, id)
                                .map(uploads -> new MemberStanding(
                                        member,
                                        row.instant("created_at"),
                                        row.text("assurance"),
                                        links,
                                        uploads,
                                        follows,
                                        row.number("matches")))));
    }

    private static Uni<Map<String, Long>> counts(SqlClient client, String sql, UUID member) {
        return Statement.of(client, sql).with("member", member).rows().map(rows -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            rows.forEach(row -> counts.put(row.text("what"), row.number("many")));
            return counts;
        });
    }

    private static Uni<List<UploadStanding>> uploads(SqlClient client, UUID member) {
        return Statement.of(client, UPLOADS)
                .with("member", member)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new UploadStanding(
                                row.instant("uploaded_at"), row.text("state"), row.textOrNull("reason")))
                        .toList());
    }

    @Override
    public Optional<MemberId> memberOf(String subject) {
        return transactions.reading(client -> Statement.of(
                        client, "select member from login where issuer = :issuer and subject = :subject")
                .with("issuer", issuer)
                .with("subject", subject)
                .row()
                .map(row -> row.map((Row found) -> new MemberId(found.uuid("member")))));
    }
}
