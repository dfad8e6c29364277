package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.follows.postgres.Arrivals;
import org.essaim.gateway.follows.postgres.Cancellations;
import org.essaim.gateway.follows.postgres.Ground;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What changed matches mean for plans: what lost its match is cancelled, and who arrived is followed where the member asked for
 * it. Most members have neither an open plan nor that consent, so one question says whose turn it is. The caller holds their locks.
 */
@ApplicationScoped
class Consequences {

    private static final String CONCERNED = """
            select m.member from (
                select cast(e.value as uuid) as member
                from jsonb_array_elements_text(cast(cast(:members as text) as jsonb)) as e) as m
            where exists (select 1 from follow_run r where r.member = m.member)
            order by 1
            """;

    private final Cancellations cancellations;
    private final Arrivals arrivals;

    Consequences(Cancellations cancellations, Arrivals arrivals) {
        this.cancellations = cancellations;
        this.arrivals = arrivals;
    }

    Uni<Void> draw(Mutiny.Session session, Collection<UUID> members, Instant now) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String listed = members.stream().map(member -> "\"" + member + "\"").collect(Collectors.joining(",", "[", "]"));
        return Statement.of(session, CONCERNED)
                .with("members", listed)
                .rows()
                .chain(rows -> each(
                        session,
                        rows.stream()
                                .map(row -> new MemberId(row.uuid("member")))
                                .toList(),
                        now));
    }

    private Uni<Void> each(Mutiny.Session session, List<MemberId> members, Instant now) {
        return Multi.createFrom()
                .iterable(members)
                .onItem()
                .transformToUniAndConcatenate(member -> cancellations
                        .cancel(session, member, new Ground.NoMatch(), now)
                        .chain(() -> follow(session, member, now)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> follow(Mutiny.Session session, MemberId member, Instant now) {
        return arrivals.run(session, member.value())
                .chain(run -> run.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Decisions.arrivals(session, member.value(), now)
                                .chain(arrived -> arrived == 0
                                        ? Uni.createFrom().voidItem()
                                        : arrivals.plan(session, member, run.get(), now)));
    }
}
