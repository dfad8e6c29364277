package org.essaim.gateway.disputes.postgres;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.XId;
import org.essaim.gateway.disputes.Contested;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;

/**
 * What a member may dispute, from what they hold, what their archive names, and what they were told. Who merely claims an account is
 * not told by this whether somebody else claims it too.
 */
final class ContestedRows {

    private static final String CONTESTED = """
            with known as (
                select x_id, max(handle) as handle from (
                    select x_id, handle from x_account where member = :member
                    union all select owner_x_id, owner_handle from lists where member = :member
                    union all select x_id, null from notice where member = :member and x_id is not null) named
                group by x_id)
            select k.x_id, k.handle,
                exists (select 1 from x_account a
                    where a.x_id = k.x_id and a.member = :member and a.assurance = 'PROVEN') as mine,
                exists (select 1 from x_account r
                    where r.x_id = k.x_id and r.member <> :member and r.assurance = 'PROVEN') as held,
                exists (select 1 from x_set_aside s where s.x_id = k.x_id and s.member = :member) as aside,
                exists (select 1 from lists l where l.owner_x_id = k.x_id and l.member <> :member and not exists (
                    select 1 from x_set_aside s where s.member = l.member and s.x_id = l.owner_x_id)) as claimed
            from known k order by k.x_id
            """;

    private ContestedRows() {}

    static Uni<List<Contested>> of(Sql sql, UUID member) {
        return Statement.of(sql, CONTESTED)
                .with("member", member)
                .rows()
                .map(rows ->
                        rows.stream().flatMap(row -> contested(row).stream()).toList());
    }

    private static Optional<Contested> contested(Row row) {
        return why(row).map(why -> new Contested(new XId(row.number("x_id")), row.textOrNull("handle"), why));
    }

    private static Optional<Contested.Why> why(Row row) {
        if (row.flag("mine")) {
            return row.flag("claimed") ? Optional.of(Contested.Why.CLAIMED_BY_OTHER) : Optional.empty();
        }
        if (row.flag("aside")) {
            return Optional.of(Contested.Why.SET_ASIDE);
        }
        return row.flag("held") ? Optional.of(Contested.Why.HELD_BY_OTHER) : Optional.empty();
    }
}
