package org.essaim.gateway.letters.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.letters.Letter;
import org.essaim.gateway.letters.Letters;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Drafts read under the member's lock, and what was told, in PostgreSQL. */
@ApplicationScoped
class PostgresLetters implements Letters {

    private final Transactions transactions;
    private final Jobs jobs;
    private final InstantSource clock;

    PostgresLetters(Transactions transactions, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Optional<Draft> draft(MemberId member, Letter.Sort sort) {
        Instant now = clock.instant();
        return transactions.quietly(session -> MemberLock.take(session, member.value())
                .chain(known -> known
                        ? Drafts.of(session, member.value(), sort, now)
                        : Uni.createFrom().item(Optional.<Draft>empty())));
    }

    @Override
    public void sent(MemberId member, Draft draft, UUID job) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(known -> known
                        ? remember(session, member.value(), draft, now)
                                .chain(() -> addLetter(
                                        session, member.value(), draft.letter().sort(), now))
                        : Uni.createFrom().voidItem())
                .chain(() -> jobs.complete(session, job)));
    }

    @Override
    public void passedOver(MemberId member, Draft draft, UUID job) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(known -> known
                        ? remember(session, member.value(), draft, now)
                        : Uni.createFrom().voidItem())
                .chain(() -> jobs.complete(session, job)));
    }

    @Override
    public void nothingToTell(UUID job) {
        transactions.inTransaction(session -> jobs.complete(session, job));
    }

    private static Uni<Void> remember(Mutiny.Session session, UUID member, Draft draft, Instant now) {
        return switch (draft.letter().sort()) {
            case SECURITY -> markNotices(session, member, draft, now);
            case NEWS -> markNotices(session, member, draft, now).chain(() -> markNews(session, member, draft));
            case ARCHIVE_REMINDER -> CorrespondenceRows.forgetReminder(session, member);
        };
    }

    private static Uni<Void> markNotices(Mutiny.Session session, UUID member, Draft draft, Instant now) {
        return Statement.of(session, """
                        update notice set mailed_at = :now
                        where member = :member and id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        """)
                .with("now", now)
                .with("member", member)
                .with("ids", draft.notices().stream().map(UUID::toString).collect(Collectors.joining(",")))
                .update()
                .replaceWithVoid();
    }

    private static Uni<Void> markNews(Mutiny.Session session, UUID member, Draft draft) {
        return Statement.of(session, """
                        insert into correspondence (member, news_at) values (:member, :at)
                        on conflict (member) do update set news_at = excluded.news_at
                        """)
                .with("member", member)
                .with("at", draft.at())
                .update()
                .replaceWithVoid();
    }

    private static Uni<Void> addLetter(Mutiny.Session session, UUID member, Letter.Sort sort, Instant now) {
        return Statement.of(
                        session, "insert into letter (id, member, sort, sent_at) values (:id, :member, :sort, :now)")
                .with("id", UuidCreator.getTimeOrderedEpoch())
                .with("member", member)
                .with("sort", sort)
                .with("now", now)
                .update()
                .chain(() -> Statement.of(session, "delete from letter where member = :member and sent_at < :before")
                        .with("member", member)
                        .with("before", now.minus(WhomToTell.STALE))
                        .update())
                .replaceWithVoid();
    }
}
