package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.follows.Follows.Preview;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.jspecify.annotations.Nullable;

/** Counts what a plan would add, by the same rule as {@link PlanWriter} writes it. */
final class PlanPreview {

    private static final String COUNT = """
            select l.network, l.account, l.handle, l.state = 'LINKED' and l.can_follow as able,
                count(c.target) filter (where f.target is null or f.cancelled or f.state in ('CANCELLED', 'UNDONE')) as follows,
                count(c.target) filter (where not f.cancelled and f.state in
                    ('FOLLOWED', 'ALREADY_FOLLOWING', 'AWAITING_APPROVAL', 'REFUSED')) as done,
                count(c.target) filter (where not f.cancelled and f.state in
                    ('PLANNED', 'DEFERRED', 'NEEDS_PERSON')) as open
            from link l
            left join lateral (
                select case l.network when 'BLUESKY' then m.bluesky else m.mastodon end as target from standing_match m
                where m.member = l.member and m.decision = 'CONFIRMED') c on c.target <> l.account
            left join follow f on f.member = l.member and f.acting = l.account and f.target = c.target
            where l.member = :member and l.state <> 'REVOKED'
            group by l.network, l.account, l.handle, l.state, l.can_follow order by l.account
            """;

    private PlanPreview() {}

    static Uni<List<Preview>> read(SqlClient client, UUID member, @Nullable Network network) {
        return Statement.of(client, COUNT)
                .with("member", member)
                .rows()
                .map(rows -> rows.stream()
                        .map(PlanPreview::preview)
                        .filter(preview -> network == null || preview.account().network() == network)
                        .toList());
    }

    private static Preview preview(Row row) {
        boolean able = row.flag("able");
        return new Preview(
                new TargetAccount(row.constant("network", Network.class), row.text("account"), row.text("handle")),
                able,
                able ? (int) row.number("follows") : 0,
                (int) row.number("done"),
                (int) row.number("open"));
    }
}
