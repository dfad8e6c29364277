package org.essaim.gateway.xaccounts.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.XId;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.XAccount;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The rows of {@code x_account}, within a session's transaction. */
final class AccountRows {

    private AccountRows() {}

    /** Rivals for one X account take turns until their transactions end, whichever member they are. */
    static Uni<Void> lockXId(Mutiny.Session session, XId xId) {
        return Statement.of(session, "select 1 as locked from (select pg_advisory_xact_lock(:xId)) taken")
                .with("xId", xId.value())
                .rows()
                .replaceWithVoid();
    }

    static Uni<Optional<XAccount>> of(Sql sql, UUID member) {
        return Statement.of(sql, "select x_id, handle, assurance, since from x_account where member = :member")
                .with("member", member)
                .row()
                .map(row -> row.map(AccountRows::account));
    }

    private static XAccount account(Row row) {
        return new XAccount(
                new XId(row.number("x_id")),
                row.textOrNull("handle"),
                row.constant("assurance", Assurance.class),
                row.instant("since"));
    }

    static Uni<Void> put(
            Mutiny.Session session, UUID member, XId xId, @Nullable String handle, Assurance assurance, Instant since) {
        return Statement.of(session, """
                        insert into x_account (member, x_id, handle, assurance, since)
                        values (:member, :xId, cast(:handle as text), :assurance, :since)
                        on conflict (member) do update set x_id = excluded.x_id, handle = excluded.handle,
                            assurance = excluded.assurance, since = excluded.since
                        """)
                .with("member", member)
                .with("xId", xId.value())
                .with("handle", handle)
                .with("assurance", assurance)
                .with("since", since)
                .update()
                .replaceWithVoid();
    }

    static Uni<Void> delete(Mutiny.Session session, UUID member) {
        return Statement.of(session, "delete from x_account where member = :member")
                .with("member", member)
                .update()
                .replaceWithVoid();
    }

    /** The other members who claim or have proven this id. */
    static Uni<List<Rival>> rivals(Mutiny.Session session, UUID member, XId xId) {
        return Statement.of(
                        session,
                        "select member, assurance from x_account where x_id = :xId and member <> :member order by member")
                .with("xId", xId.value())
                .with("member", member)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new Rival(row.uuid("member"), row.constant("assurance", Assurance.class)))
                        .toList());
    }

    /** What the member's own archive claims; not what was set aside or someone else has proven. */
    static Uni<Optional<Claim>> claimOf(Mutiny.Session session, UUID member) {
        return Statement.of(session, """
                        select owner_x_id, owner_handle from lists l where l.member = :member and not exists (
                                select 1 from x_set_aside s where s.member = l.member and s.x_id = l.owner_x_id)
                            and not exists (select 1 from x_account p
                                where p.x_id = l.owner_x_id and p.assurance = 'PROVEN' and p.member <> l.member)
                        """)
                .with("member", member)
                .row()
                .map(row -> row.map(
                        found -> new Claim(new XId(found.number("owner_x_id")), found.textOrNull("owner_handle"))));
    }

    /** Whether the archive that the member brought names this account as theirs. */
    static Uni<Boolean> archiveNames(Mutiny.Session session, UUID member, XId xId) {
        return exists(
                session, "select 1 as found from lists where member = :member and owner_x_id = :xId", member, xId);
    }

    /** Whether an operator said that this account is not the member's. */
    static Uni<Boolean> isSetAside(Mutiny.Session session, UUID member, XId xId) {
        return exists(
                session, "select 1 as found from x_set_aside where member = :member and x_id = :xId", member, xId);
    }

    private static Uni<Boolean> exists(Mutiny.Session session, String sql, UUID member, XId xId) {
        return Statement.of(session, sql)
                .with("member", member)
                .with("xId", xId.value())
                .row()
                .map(Optional::isPresent);
    }

    record Rival(UUID member, Assurance assurance) {}

    record Claim(XId xId, @Nullable String handle) {

        @Override
        public String toString() {
            return "Claim";
        }
    }
}
