package org.essaim.gateway.members.postgres;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ways in that were closed when their member was erased: a token that still holds makes no new member. Only digests are kept. */
public final class ClosedLogins {

    private ClosedLogins() {}

    public static Uni<Void> close(Mutiny.Session session, Login login, Instant until) {
        return Statement.of(session, """
                        insert into closed_login (digest, until) values (:digest, :until)
                        on conflict (digest) do update set until = excluded.until
                        """)
                .with("digest", digest(login))
                .with("until", until)
                .update()
                .replaceWithVoid();
    }

    static Uni<Boolean> isClosed(Mutiny.Session session, Login login, Instant now) {
        return Statement.of(session, "select 1 as closed from closed_login where digest = :digest and until > :now")
                .with("digest", digest(login))
                .with("now", now)
                .row()
                .map(Optional::isPresent);
    }

    public static Uni<Void> forget(Mutiny.Session session, Instant now) {
        return Statement.of(session, "delete from closed_login where until <= :now")
                .with("now", now)
                .update()
                .replaceWithVoid();
    }

    private static String digest(Login login) {
        try {
            byte[] text = (login.issuer() + "\n" + login.subject()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
