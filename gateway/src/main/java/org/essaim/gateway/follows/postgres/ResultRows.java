package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowSettled;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what became of a follow, unless a newer result is written already. */
final class ResultRows {

    private static final String SETTLE = """
            update follow set state = :state, reason = cast(:reason as text),
                until = cast(cast(:until as text) as timestamptz), slowed = cast(:slowed as text), version = :version, changed_at = :at,
                cancelled = cancelled and :open
            where member = :member and acting = :acting and target = :target and version < :version
            """;

    private ResultRows() {}

    static Uni<Integer> write(Mutiny.Session session, FollowResult result) {
        Statement statement = switch (result) {
            case FollowSettled settled ->
                Statement.of(session, SETTLE)
                        .with("state", settled.outcome())
                        .with(
                                "reason",
                                settled.reason() == null
                                        ? null
                                        : settled.reason().name())
                        .with("until", (String) null)
                        .with("slowed", (String) null)
                        .with("open", settled.outcome() == FollowSettled.Outcome.NEEDS_PERSON);
            case FollowDeferred deferred ->
                Statement.of(session, SETTLE)
                        .with("state", "DEFERRED")
                        .with("reason", deferred.reason())
                        .with("until", deferred.until().toString())
                        .with(
                                "slowed",
                                deferred.slowed() == null
                                        ? null
                                        : deferred.slowed().name())
                        .with("open", true);
        };
        return statement
                .with("version", result.version())
                .with("at", result.at())
                .with("member", result.member().value())
                .with("acting", result.acting().id())
                .with("target", result.target().id())
                .update();
    }
}
