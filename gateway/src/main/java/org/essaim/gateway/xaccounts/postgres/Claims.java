package org.essaim.gateway.xaccounts.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.XId;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.xaccounts.XAccount;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Records what an archive claims, as part of taking in its result. */
public final class Claims {

    private Claims() {}

    /** Rivals for one X account take turns; to be called before the member's lock is taken. */
    public static Uni<Void> lock(Mutiny.Session session, XId owner) {
        return AccountRows.lockXId(session, owner);
    }

    /**
     * Holds the named owner as a claim, unless the member has a proof (which an archive never changes), someone else has proven
     * that account, or an operator has set it aside. The caller holds both locks.
     */
    public static Uni<Void> claim(
            Mutiny.Session session, UUID member, XId owner, @Nullable String handle, Instant now) {
        return AccountRows.of(Sql.in(session), member).chain(held -> {
            if (held.filter(account -> account.assurance() == Assurance.PROVEN).isPresent()) {
                return Uni.createFrom().voidItem();
            }
            return AccountRows.isSetAside(session, member, owner)
                    .chain(aside -> aside
                            ? refuse(session, member, owner, now)
                            : AccountRows.rivals(session, member, owner)
                                    .chain(rivals -> claimBeside(session, member, owner, handle, held, rivals, now)));
        });
    }

    private static Uni<Void> claimBeside(
            Mutiny.Session session,
            UUID member,
            XId owner,
            @Nullable String handle,
            Optional<XAccount> held,
            List<AccountRows.Rival> rivals,
            Instant now) {
        Optional<UUID> proven = rivals.stream()
                .filter(rival -> rival.assurance() == Assurance.PROVEN)
                .map(AccountRows.Rival::member)
                .findFirst();
        if (proven.isPresent()) {
            return refuse(session, member, owner, now)
                    .chain(() ->
                            NoticeRows.tell(session, proven.get(), NoticeKind.X_ACCOUNT_CLAIMED_BY_OTHER, owner, now));
        }
        boolean repeated = held.filter(account -> account.xId().equals(owner)).isPresent();
        Uni<Void> put = AccountRows.put(session, member, owner, handle, Assurance.CLAIMED, now);
        return repeated
                ? put
                : put.chain(() -> NoticeRows.tell(session, member, NoticeKind.X_ACCOUNT_CLAIMED, owner, now));
    }

    private static Uni<Void> refuse(Mutiny.Session session, UUID member, XId owner, Instant now) {
        return AccountRows.delete(session, member)
                .chain(() -> NoticeRows.tell(session, member, NoticeKind.X_CLAIM_REFUSED, owner, now));
    }
}
