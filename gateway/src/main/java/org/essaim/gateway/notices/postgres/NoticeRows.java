package org.essaim.gateway.notices.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.essaim.contracts.XId;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Tells a member something, in the transaction that makes it true. */
public final class NoticeRows {

    private NoticeRows() {}

    /** Tells of no X account in particular. */
    public static Uni<Void> tell(Mutiny.Session session, UUID member, NoticeKind kind, Instant now) {
        return insert(session, member, kind, null, now);
    }

    /** Tells of an X account, which the member may dispute from then on. */
    public static Uni<Void> tell(Mutiny.Session session, UUID member, NoticeKind kind, XId about, Instant now) {
        return insert(session, member, kind, about.toString(), now);
    }

    private static Uni<Void> insert(
            Mutiny.Session session, UUID member, NoticeKind kind, @Nullable String xId, Instant now) {
        return Statement.of(session, """
                        insert into notice (id, member, kind, x_id, at)
                        values (:id, :member, :kind, cast(cast(:xId as text) as bigint), :now)
                        """)
                .with("id", UuidCreator.getTimeOrderedEpoch())
                .with("member", member)
                .with("kind", kind)
                .with("xId", xId)
                .with("now", now)
                .update()
                .replaceWithVoid();
    }
}
