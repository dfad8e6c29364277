package org.essaim.gateway.disputes.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.essaim.contracts.XId;
import org.essaim.gateway.disputes.Disputes.Verdict;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.xaccounts.postgres.SetAside;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries a verdict out, for all sides at once. The caller holds the lock of the X id; members are locked here, in the order of their ids. */
@ApplicationScoped
class VerdictEffects {

    private final SetAside setAside;

    VerdictEffects(SetAside setAside) {
        this.setAside = setAside;
    }

    Uni<Void> carryOut(Mutiny.Session session, UUID raiser, XId xId, Verdict verdict, Instant now) {
        return Parties.rivals(session, raiser, xId)
                .chain(rivals -> each(
                                Stream.concat(Stream.of(raiser), rivals.stream())
                                        .sorted()
                                        .toList(),
                                member -> MemberLock.take(session, member).replaceWithVoid())
                        .chain(() -> switch (verdict) {
                            case UPHOLD -> uphold(session, raiser, rivals, xId, now);
                            case REJECT -> reject(session, raiser, rivals, xId, now);
                        }));
    }

    private Uni<Void> uphold(Mutiny.Session session, UUID raiser, List<UUID> rivals, XId xId, Instant now) {
        return each(rivals, rival -> setAside.set(session, rival, xId, now))
                .chain(() -> setAside.lift(session, raiser, xId, now))
                .chain(() -> NoticeRows.tell(session, raiser, NoticeKind.X_DISPUTE_UPHELD, xId, now));
    }

    private static Uni<Void> reject(Mutiny.Session session, UUID raiser, List<UUID> rivals, XId xId, Instant now) {
        return each(rivals, rival -> NoticeRows.tell(session, rival, NoticeKind.X_DISPUTE_OVER, xId, now))
                .chain(() -> NoticeRows.tell(session, raiser, NoticeKind.X_DISPUTE_REJECTED, xId, now));
    }

    private static Uni<Void> each(List<UUID> members, Function<UUID, Uni<Void>> work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID member : members) {
            done = done.chain(() -> work.apply(member));
        }
        return done;
    }
}
