package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** People who arrive after the first plan, followed by the member's standing consent as part of their newest run. */
@ApplicationScoped
public class Arrivals {

    private static final String RUN = """
            select r.run, r.network from follow_run r
            where r.member = :member and r.undone_at is null
              and exists (select 1 from consent c
                where c.member = r.member and c.kind = 'FOLLOW_ARRIVALS' and c.withdrawn_at is null)
            order by r.started_at desc, r.run desc limit 1
            """;

    private final PlanWriter writer;

    Arrivals(PlanWriter writer) {
        this.writer = writer;
    }

    /** The run that arrivals join: empty without consent, before the first plan, and after its undo. */
    public Uni<Optional<Run>> run(Mutiny.Session session, UUID member) {
        return Statement.of(session, RUN)
                .with("member", member)
                .row()
                .map(row -> row.map(found -> {
                    String network = found.textOrNull("network");
                    return new Run(found.uuid("run"), network == null ? null : Network.valueOf(network));
                }));
    }

    /** Plans what is confirmed and new. */
    public Uni<Void> plan(Mutiny.Session session, MemberId member, Run run, Instant now) {
        return writer.plan(session, member, run.id(), run.network(), now).replaceWithVoid();
    }

    /** A run and the one network it was asked for, or null for all. */
    public record Run(UUID id, @Nullable Network network) {}
}
