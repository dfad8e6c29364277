package org.essaim.gateway.disputes.postgres;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.XId;
import org.essaim.gateway.disputes.OpenDispute.Hold;
import org.essaim.gateway.disputes.OpenDispute.Party;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who holds or claims an X account. */
final class Parties {

    private static final String PARTIES = """
            select m.id as member, coalesce(a.assurance, 'NONE') as hold, a.since, coalesce(a.handle, l.owner_handle) as handle,
                l.member is not null as named, s.member is not null as aside, h.handle as proven_handle
            from member m
            left join x_account a on a.member = m.id and a.x_id = :xId
            left join lists l on l.member = m.id and l.owner_x_id = :xId
            left join x_set_aside s on s.member = m.id and s.x_id = :xId
            left join x_handle h on h.member = m.id
            where m.id = :raiser
                or m.id in (select member from x_account where x_id = :xId)
                or m.id in (select member from lists where owner_x_id = :xId)
            order by m.id
            """;

    private Parties() {}

    /** Whoever raised a dispute about it, and the others, in the order of their ids. */
    static Uni<List<Party>> of(Sql sql, UUID raiser, XId xId) {
        return Statement.of(sql, PARTIES)
                .with("raiser", raiser)
                .with("xId", xId.value())
                .rows()
                .map(rows -> rows.stream().map(Parties::party).toList());
    }

    /** Those other than the raiser of whom something can be set aside. */
    static Uni<List<UUID>> rivals(Mutiny.Session session, UUID raiser, XId xId) {
        return of(Sql.in(session), raiser, xId)
                .map(parties -> parties.stream()
                        .filter(party -> !party.setAside())
                        .map(party -> party.member().value())
                        .filter(member -> !member.equals(raiser))
                        .toList());
    }

    private static Party party(Row row) {
        return new Party(
                new MemberId(row.uuid("member")),
                row.constant("hold", Hold.class),
                row.textOrNull("handle"),
                row.instantOrNull("since"),
                row.flag("named"),
                row.flag("aside"),
                row.textOrNull("proven_handle"));
    }
}
