package org.essaim.gateway.letters.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.essaim.gateway.letters.Letter;
import org.essaim.gateway.letters.Letters;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Members for whom there is something new, who want letters and have not had their share. */
final class WhomToTell {

    /** How many letters about security one member gets within a day; what is more waits and goes together. */
    static final int MOST_SECURITY = 3;

    static final Duration DAY = Duration.ofDays(1);

    /** What was not told by then is no news. */
    static final Duration STALE = Duration.ofDays(7);

    /** An archive came: nobody needs to be reminded of it. */
    static final String DONE_REMINDERS = """
            update correspondence c set reminder_asked = null, reminder_due = null
            where c.reminder_due is not null and exists (
                select 1 from upload u where u.member = c.member and u.uploaded_at >= c.reminder_asked)
            """;

    private static final int MOST_AT_ONCE = 10_000;

    /** Matches that came later and wait for the member, or were decided by their standing wish, as in the review's classes. */
    private static final String ARRIVED = IntStream.range(0, 64)
            .filter(number -> (number & 3) == 1 || (number & 3) == 2)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));

    private static final String SECURITY = """
            select c.member from consent c
            where c.kind = 'EMAIL' and c.withdrawn_at is null
                and exists (select 1 from notice n where n.member = c.member and n.mailed_at is null
                    and n.at > greatest(c.given_at, :stale) and n.kind = any(string_to_array(:kinds, ',')))
                and (select count(*) from letter l
                    where l.member = c.member and l.sort = 'SECURITY' and l.sent_at > :dayAgo) < :share
                and %s limit :most
            """.formatted(idle(Letter.Sort.SECURITY));

    private static final String NEWS = """
            select c.member from consent c
            where c.kind = 'EMAIL' and c.withdrawn_at is null
                and not exists (select 1 from letter l
                    where l.member = c.member and l.sort = 'NEWS' and l.sent_at > :dayAgo)
                and (exists (select 1 from notice n where n.member = c.member and n.mailed_at is null
                        and n.at > greatest(c.given_at, :stale) and n.kind = any(string_to_array(:kinds, ',')))
                    or exists (select 1 from standing_match m left join correspondence w on w.member = m.member
                        where m.member = c.member and m.class in (%s) and m.fresh
                            and m.since > greatest(c.given_at, :stale, coalesce(w.news_at, c.given_at))))
                and %s limit :most
            """.formatted(ARRIVED, idle(Letter.Sort.NEWS));

    private static final String REMINDERS = """
            select c.member from correspondence c where c.reminder_due <= :now and %s limit :most
            """.formatted(idle(Letter.Sort.ARCHIVE_REMINDER));

    private WhomToTell() {}

    private static String idle(Letter.Sort sort) {
        return """
                not exists (select 1 from job j where j.kind = '%s' and j.subject = cast(c.member as text)
                    and j.payload = '%s' and j.done_at is null)
                """.formatted(Letters.JOB, sort.name());
    }

    static Uni<List<Row>> security(Mutiny.Session session, Instant now) {
        return Statement.of(session, SECURITY)
                .with("kinds", Told.SECURITY.kinds())
                .with("stale", now.minus(STALE))
                .with("dayAgo", now.minus(DAY))
                .with("share", MOST_SECURITY)
                .with("most", MOST_AT_ONCE)
                .rows();
    }

    static Uni<List<Row>> news(Mutiny.Session session, Instant now) {
        return Statement.of(session, NEWS)
                .with("kinds", Told.NEWS.kinds())
                .with("stale", now.minus(STALE))
                .with("dayAgo", now.minus(DAY))
                .with("most", MOST_AT_ONCE)
                .rows();
    }

    static Uni<List<Row>> reminders(Mutiny.Session session, Instant now) {
        return Statement.of(session, REMINDERS)
                .with("now", now)
                .with("most", MOST_AT_ONCE)
                .rows();
    }
}
