package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.essaim.contracts.FollowDeferred;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Says why an account's follows wait. Only those that would come next are named: they are the first to change when the
 * account goes on, so no word stays behind that is not true any more.
 */
@ApplicationScoped
class WaitingFollows {

    /** How many are named. */
    static final int NAMED = 25;

    private final Outbox outbox;

    WaitingFollows(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Publishes the reason in the session's transaction; the caller holds the account's row. */
    Uni<Void> tell(Session session, ActingRow row, FollowDeferred.Reason reason, int most, Instant now) {
        return session.createNativeQuery(LedgerStatements.NEXT, FollowRow.class)
                .setParameter("acting", row.accountId)
                .setParameter("most", most)
                .getResultList()
                .chain(follows -> outbox.add(session, told(follows, row, reason, now)));
    }

    private static List<OutboxMessage> told(
            List<FollowRow> follows, ActingRow row, FollowDeferred.Reason reason, Instant now) {
        return follows.stream()
                .map(follow -> Publishing.result(follow.waits(now, reason, row.acting())))
                .toList();
    }
}
