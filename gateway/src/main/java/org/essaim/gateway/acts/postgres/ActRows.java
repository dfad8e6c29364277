package org.essaim.gateway.acts.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.essaim.gateway.acts.Act;
import org.essaim.gateway.acts.PersonDigest;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes an act in the transaction that it is part of. */
public final class ActRows {

    private ActRows() {}

    public static Uni<Void> note(Mutiny.Session session, UUID member, Act act, Instant now) {
        return note(session, member, act, null, now);
    }

    public static Uni<Void> note(Mutiny.Session session, UUID member, Act act, @Nullable String about, Instant now) {
        return Statement.of(session, """
                        insert into act (id, at, person, act, about)
                        values (:id, :now, :person, :act, cast(:about as text))
                        """)
                .with("id", UuidCreator.getRandomBased())
                .with("now", now)
                .with("person", PersonDigest.of(member.toString()))
                .with("act", act)
                .with("about", about)
                .update()
                .replaceWithVoid();
    }
}
