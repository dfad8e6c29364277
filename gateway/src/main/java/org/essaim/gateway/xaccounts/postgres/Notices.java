package org.essaim.gateway.xaccounts.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.XAccounts.Notice;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells a member something about their X account. */
final class Notices {

    private Notices() {}

    static Uni<Void> tell(Mutiny.Session session, UUID member, Notice.Kind kind, Instant now) {
        return Statement.of(session, "insert into notice (id, member, kind, at) values (:id, :member, :kind, :now)")
                .with("id", UuidCreator.getTimeOrderedEpoch())
                .with("member", member)
                .with("kind", kind)
                .with("now", now)
                .update()
                .replaceWithVoid();
    }
}
