package org.essaim.gateway.follows.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowSettled;
import org.essaim.gateway.notices.Notice.NoticeKind;
import org.essaim.gateway.notices.postgres.NoticeRows;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the member once that a run has ended, and once that it waits for them; what an undo or a cancellation ends is no news to them. */
final class RunNotices {

    private static final String RUN = """
            r.run = (select f.run from follow f
                where f.member = :member and f.acting = :acting and f.target = :target) and r.undone_at is null
            """;

    private static final String ENDED = """
            update follow_run r set ended_told_at = :now where %s and r.ended_told_at is null and not exists (
                select 1 from follow o where o.member = :member and o.run = r.run
                    and o.state in ('PLANNED', 'DEFERRED', 'NEEDS_PERSON') and not o.cancelled)
            """.formatted(RUN);

    private static final String NEEDS =
            "update follow_run r set needs_told_at = :now where %s and r.needs_told_at is null".formatted(RUN);

    private RunNotices() {}

    /** After the result was written. */
    static Uni<Void> after(Mutiny.Session session, FollowResult result, Instant now) {
        return switch (result) {
            case FollowDeferred _ -> Uni.createFrom().voidItem();
            case FollowSettled settled ->
                switch (settled.outcome()) {
                    case NEEDS_PERSON -> tellOnce(session, NEEDS, NoticeKind.RUN_NEEDS_YOU, result, now);
                    case CANCELLED, UNDONE -> Uni.createFrom().voidItem();
                    case FOLLOWED, ALREADY_FOLLOWING, AWAITING_APPROVAL, REFUSED ->
                        tellOnce(session, ENDED, NoticeKind.RUN_FINISHED, result, now);
                };
        };
    }

    private static Uni<Void> tellOnce(
            Mutiny.Session session, String mark, NoticeKind kind, FollowResult result, Instant now) {
        return Statement.of(session, mark)
                .with("now", now)
                .with("member", result.member().value())
                .with("acting", result.acting().id())
                .with("target", result.target().id())
                .update()
                .chain(marked -> marked == 1
                        ? NoticeRows.tell(session, result.member().value(), kind, now)
                        : Uni.createFrom().voidItem());
    }
}
