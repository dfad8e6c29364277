package org.essaim.gateway.letters.postgres;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code correspondence}, within a session's transaction. */
final class CorrespondenceRows {

    private CorrespondenceRows() {}

    static Uni<Void> speak(Mutiny.Session session, UUID member, Language language, boolean chosen) {
        return Statement.of(session, """
                        insert into correspondence (member, language, chosen) values (:member, :language, :chosen)
                        on conflict (member) do update set language = excluded.language, chosen = excluded.chosen
                        where excluded.chosen or not correspondence.chosen
                        """)
                .with("member", member)
                .with("language", language)
                .with("chosen", chosen)
                .update()
                .replaceWithVoid();
    }

    static Uni<Void> forgetReminder(Mutiny.Session session, UUID member) {
        return Statement.of(
                        session,
                        "update correspondence set reminder_asked = null, reminder_due = null where member = :member")
                .with("member", member)
                .update()
                .replaceWithVoid();
    }
}
