package org.essaim.gateway.postgres;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notes that what a member sees has changed, in the transaction that changes it: whoever watches is told after the commit. It is
 * the last thing a transaction does, and for several members in the order of their ids, so that no two wait for each other.
 */
public final class Changes {

    private static final String NOTE = """
            insert into member_change (member, number)
            select cast(m.value as uuid), 1 from jsonb_array_elements_text(cast(cast(:members as text) as jsonb)) as m
            order by 1
            on conflict (member) do update set number = member_change.number + 1
            """;

    private Changes() {}

    public static Uni<Void> note(Mutiny.Session session, UUID member) {
        return note(session, List.of(member));
    }

    /** Each of them once, however often it is named. */
    public static Uni<Void> note(Mutiny.Session session, Collection<UUID> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Statement.of(session, NOTE)
                .with("members", json(members))
                .update()
                .replaceWithVoid();
    }

    private static String json(Collection<UUID> members) {
        return members.stream()
                .distinct()
                .map(member -> "\"" + member + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
