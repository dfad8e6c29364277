package org.essaim.executor.ledger.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.MemberId;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What a link that comes or goes does to the follows of its account, inside the link's own transaction. */
@ApplicationScoped
public class OpenFollows {

    private static final String WAKE = """
            update follow
            set state = case when state = 'SETTLED' then 'PLANNED' else state end, due_at = :now, attempts = 0
            where acting_id = :account and (
                state in ('SENDING', 'CANCELLING', 'UNDOING')
                or outcome = 'NEEDS_PERSON' and reason in ('LINK_AGAIN', 'SCOPE_MISSING'))
            """;

    /** What waits for the person is settled, and would come back with the next link. */
    private static final String OPEN = """
            from Follow where id.actingId = :acting and (state <> 'SETTLED' or outcome = 'NEEDS_PERSON')
            """;

    private final Outbox outbox;

    public OpenFollows(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Follows that waited for the link go on; what another member once did with the account is forgotten. */
    public Uni<Void> wake(Session session, Grant grant, Instant now) {
        String accountId = grant.account().id();
        // Whoever comes back from there with a link shows that the host is well.
        return session.createNativeQuery("delete from host_trouble where host = :host")
                .setParameter("host", grant.host())
                .executeUpdate()
                .chain(() -> session.find(ActingRow.class, accountId, LockMode.PESSIMISTIC_WRITE))
                .chain(row -> {
                    if (row == null) {
                        return Uni.createFrom().voidItem();
                    }
                    if (!grant.member().value().equals(row.member)) {
                        return session.remove(row).chain(session::flush);
                    }
                    row.host = grant.host();
                    row.handle = grant.account().handle();
                    row.quietUntil = null;
                    row.dueBy(now);
                    return session.createNativeQuery(WAKE)
                            .setParameter("now", now)
                            .setParameter("account", accountId)
                            .executeUpdate()
                            .replaceWithVoid();
                });
    }

    /** Without a link nothing more is done: what is open is cancelled, and said so; then all of it is forgotten. */
    public Uni<Void> forget(Session session, MemberId member, String accountId, Instant now) {
        return session.find(ActingRow.class, accountId, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> row == null || !member.value().equals(row.member)
                        ? Uni.createFrom().voidItem()
                        : open(session, accountId)
                                .chain(open -> outbox.add(session, cancelled(open, row.acting(), now)))
                                .chain(() -> session.remove(row))
                                .chain(session::flush));
    }

    private static Uni<List<FollowRow>> open(Session session, String accountId) {
        return session.createSelectionQuery(OPEN, FollowRow.class)
                .setParameter("acting", accountId)
                .getResultList();
    }

    private static List<OutboxMessage> cancelled(List<FollowRow> open, ActingAccount acting, Instant now) {
        return open.stream()
                .map(row -> row.giveUp(acting, now))
                .filter(Objects::nonNull)
                .map((FollowResult result) -> Publishing.result(result))
                .toList();
    }
}
