package org.essaim.gateway.letters.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.gateway.letters.Language;
import org.essaim.gateway.letters.Letter;
import org.essaim.gateway.letters.Letter.Line;
import org.essaim.gateway.letters.Letters.Draft;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what one member is to be told. The round that asked for it saw it a while ago: consent and share are looked at again. */
final class Drafts {

    private static final String CONSENT = """
            select c.given_at, w.language, greatest(c.given_at, :stale, coalesce(w.news_at, c.given_at)) as news_from,
                (select count(*) from letter l
                    where l.member = c.member and l.sort = :sort and l.sent_at > :dayAgo) as had
            from consent c left join correspondence w on w.member = c.member
            where c.member = :member and c.kind = 'EMAIL' and c.withdrawn_at is null
            """;

    private static final String NOTICES = """
            select id, kind from notice where member = :member and mailed_at is null and at > :from
                and kind = any(string_to_array(:kinds, ',')) order by at, id limit 1000
            """;

    private static final String ARRIVED = """
            select count(*) as many from standing_match
            where member = :member and fresh and since > :from and since <= :until
                and (decision is null or decision = 'CONFIRMED')
            """;

    private static final String REMINDER =
            "select language from correspondence where member = :member and reminder_due <= :now";

    private Drafts() {}

    static Uni<Optional<Draft>> of(Mutiny.Session session, UUID member, Letter.Sort sort, Instant now) {
        return switch (sort) {
            case SECURITY -> told(session, member, sort, WhomToTell.MOST_SECURITY, now);
            case NEWS -> told(session, member, sort, 1, now);
            case ARCHIVE_REMINDER -> reminder(session, member, now);
        };
    }

    private static Uni<Optional<Draft>> reminder(Mutiny.Session session, UUID member, Instant now) {
        return Statement.of(session, REMINDER)
                .with("member", member)
                .with("now", now)
                .row()
                .map(row -> row.map((Row found) -> new Draft(
                        new Letter(Letter.Sort.ARCHIVE_REMINDER, List.of(new Line("ARCHIVE_REMINDER", 1))),
                        language(found),
                        now,
                        List.of())));
    }

    private static Uni<Optional<Draft>> told(
            Mutiny.Session session, UUID member, Letter.Sort sort, int share, Instant now) {
        return Statement.of(session, CONSENT)
                .with("member", member)
                .with("sort", sort)
                .with("stale", now.minus(WhomToTell.STALE))
                .with("dayAgo", now.minus(WhomToTell.DAY))
                .row()
                .chain(row -> row.isEmpty() || row.get().number("had") >= share
                        ? Uni.createFrom().item(Optional.<Draft>empty())
                        : told(session, member, sort, row.get(), now));
    }

    private static Uni<Optional<Draft>> told(
            Mutiny.Session session, UUID member, Letter.Sort sort, Row consent, Instant now) {
        Uni<Long> arrived = sort == Letter.Sort.NEWS
                ? arrived(session, member, consent.instant("news_from"), now)
                : Uni.createFrom().item(0L);
        return arrived.chain(arrivals -> Statement.of(session, NOTICES)
                .with("member", member)
                .with("from", later(consent.instant("given_at"), now.minus(WhomToTell.STALE)))
                .with("kinds", (sort == Letter.Sort.NEWS ? Told.NEWS : Told.SECURITY).kinds())
                .rows()
                .map(notices -> draft(sort, language(consent), arrivals, notices, now)));
    }

    private static Uni<Long> arrived(Mutiny.Session session, UUID member, Instant from, Instant until) {
        return Statement.of(session, ARRIVED)
                .with("member", member)
                .with("from", from)
                .with("until", until)
                .row()
                .map(row -> row.orElseThrow().number("many"));
    }

    private static Optional<Draft> draft(
            Letter.Sort sort, Language language, long arrivals, List<Row> notices, Instant now) {
        List<Line> lines = new ArrayList<>();
        if (arrivals > 0) {
            lines.add(new Line("ARRIVALS", arrivals));
        }
        Map<String, Long> kinds = notices.stream()
                .collect(Collectors.groupingBy(row -> row.text("kind"), TreeMap::new, Collectors.counting()));
        kinds.forEach((kind, many) -> lines.add(new Line(kind, many)));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        new Letter(sort, lines),
                        language,
                        now,
                        notices.stream().map(row -> row.uuid("id")).toList()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Language language(Row row) {
        String language = row.textOrNull("language");
        return language == null ? Language.USUAL : Language.valueOf(language);
    }
}
