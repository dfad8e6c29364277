package org.essaim.gateway.consents.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.follows.postgres.Cancellations;
import org.essaim.gateway.follows.postgres.Ground;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What it means that arrivals are no longer followed by themselves: what was planned so and is not followed yet is cancelled, and
 * those matches are the member's to decide. The caller holds the member's lock.
 */
@ApplicationScoped
class ArrivalsWithdrawal {

    private static final String UNDECIDE = """
            with undecided as (
                delete from decision d where d.member = :member and d.by_itself and not exists (
                    select 1 from follow f where f.member = d.member and f.x_id = d.x_id and not f.cancelled)
                returning d.x_id)
            update standing_match m set decision = null from undecided u where m.member = :member and m.x_id = u.x_id
            """;

    private final Cancellations cancellations;

    ArrivalsWithdrawal(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    Uni<Void> takeEffect(Mutiny.Session session, MemberId member, Instant now) {
        return cancellations
                .cancel(session, member, new Ground.ConsentWithdrawn(), now)
                .chain(() -> Statement.of(session, UNDECIDE)
                        .with("member", member.value())
                        .update())
                .replaceWithVoid();
    }
}
