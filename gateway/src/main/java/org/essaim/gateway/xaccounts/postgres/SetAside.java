package org.essaim.gateway.xaccounts.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.XId;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.XAccount;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * An operator's word that an X account is not a member's. It takes away what stands, a proof too, and keeps it away; it gives nobody
 * anything. The caller holds the locks of the X id and of the member.
 */
@ApplicationScoped
public class SetAside {

    private final AccountNews news;

    SetAside(AccountNews news) {
        this.news = news;
    }

    /** Ends what the member holds or claims of that account, with the lists of an archive that names it, and tells them. */
    public Uni<Void> set(Mutiny.Session session, UUID member, XId xId, Instant now) {
        return Statement.of(
                        session,
                        "insert into x_set_aside (member, x_id, at) values (:member, :xId, :now) on conflict do nothing")
                .with("member", member)
                .with("xId", xId.value())
                .with("now", now)
                .update()
                .chain(() -> AccountRows.of(Sql.in(session), member))
                .chain(held -> endHold(
                        session, member, held.filter(account -> account.xId().equals(xId)), now))
                .chain(() -> endLists(session, member, xId, now))
                .chain(() -> NoticeRows.tell(session, member, NoticeKind.X_ACCOUNT_SET_ASIDE, xId, now));
    }

    private Uni<Void> endHold(Mutiny.Session session, UUID member, Optional<XAccount> held, Instant now) {
        if (held.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return AccountRows.delete(session, member)
                .chain(() -> switch (held.get().assurance()) {
                    case PROVEN -> news.proven(session, member, null, now);
                    case CLAIMED -> Uni.createFrom().voidItem();
                })
                .chain(() -> news.refreshIdentity(session, member, now));
    }

    /** The archive of an account that is not theirs is not theirs. Its row stays, so that its result told again brings nothing back. */
    private Uni<Void> endLists(Mutiny.Session session, UUID member, XId xId, Instant now) {
        return AccountRows.archiveNames(session, member, xId)
                .chain(named -> named
                        ? news.listsErased(session, member, now)
                        : Uni.createFrom().voidItem());
    }

    /** The account may be the member's again. That it is, X alone can say: it is asked. */
    public Uni<Void> lift(Mutiny.Session session, UUID member, XId xId, Instant now) {
        return Statement.of(session, "delete from x_set_aside where member = :member and x_id = :xId")
                .with("member", member)
                .with("xId", xId.value())
                .update()
                .chain(() -> news.askX(session, member, now));
    }

    /** Rivals for one X account take turns; to be called before any member's lock is taken. */
    public static Uni<Void> lock(Mutiny.Session session, XId xId) {
        return AccountRows.lockXId(session, xId);
    }
}
