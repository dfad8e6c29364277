package org.essaim.gateway.postgres;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The lock of everything that is decided about one member. Whoever changes plans, matches, X account or identity of a
 * member takes it first, so that what they add to the outbox leaves in the order of their decisions.
 */
public final class MemberLock {

    private MemberLock() {}

    /**
     * Waits for the lock and holds it until the transaction ends.
     *
     * @return false when there is no such member
     */
    public static Uni<Boolean> take(Mutiny.Session session, UUID member) {
        return Statement.of(session, "select id from member where id = :member for no key update")
                .with("member", member)
                .row()
                .map(java.util.Optional::isPresent);
    }
}
