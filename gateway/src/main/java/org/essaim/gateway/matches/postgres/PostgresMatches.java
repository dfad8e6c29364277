package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.XId;
import org.essaim.gateway.follows.postgres.Cancellations;
import org.essaim.gateway.follows.postgres.Ground;
import org.essaim.gateway.matches.MatchCounts;
import org.essaim.gateway.matches.MatchFilter;
import org.essaim.gateway.matches.MatchOrder;
import org.essaim.gateway.matches.MatchPage;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.matches.StandingMatch;
import org.essaim.gateway.postgres.Changes;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Standing matches in PostgreSQL; every change is made under the member's lock, together with what it means for plans. */
@ApplicationScoped
public class PostgresMatches implements Matches {

    private static final String NAMED = "select " + MatchRows.COLUMNS + """
            from standing_match m where m.member = :member and m.x_id in (
                select cast(e.value as bigint) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as e)
            order by m.x_id
            """;

    private static final String FORGET = """
            with gone as (delete from match_bucket where member = :member and bucket = :bucket returning x_ids)
            delete from standing_match m using gone g where m.member = :member and m.x_id = any(g.x_ids)
            """;

    private final Transactions transactions;
    private final MatchProjection projection;
    private final Consequences consequences;
    private final Cancellations cancellations;
    private final InstantSource clock;

    PostgresMatches(
            Transactions transactions,
            MatchProjection projection,
            Consequences consequences,
            Cancellations cancellations,
            InstantSource clock) {
        this.transactions = transactions;
        this.projection = projection;
        this.consequences = consequences;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    @Override
    public void project(List<MemberMatches> standing) {
        Instant now = now();
        Set<UUID> members = standing.stream().map(one -> one.member().value()).collect(Collectors.toSet());
        transactions.inTransaction(session -> projection
                .lock(session, members)
                .chain(() -> projection.apply(session, standing, now))
                .chain(changed ->
                        consequences.draw(session, changed, now).chain(() -> Changes.note(session, changed))));
    }

    @Override
    public void forget(MemberBucket bucket) {
        UUID member = bucket.member().value();
        transactions.inTransaction(session -> MemberLock.take(session, member)
                .chain(() -> Statement.of(session, FORGET)
                        .with("member", member)
                        .with("bucket", bucket.bucket())
                        .update())
                .chain(() -> cancellations.cancel(session, bucket.member(), new Ground.NoMatch(), now())));
    }

    @Override
    public MatchPage page(
            MemberId member, MatchFilter filter, MatchOrder order, MatchPage.@Nullable Cursor after, int limit) {
        return transactions.reading(client -> MatchPages.read(client, member.value(), filter, order, after, limit));
    }

    @Override
    public MatchCounts counts(MemberId member) {
        return transactions.reading(client -> MatchTotals.read(client, member.value()));
    }

    @Override
    public List<StandingMatch> named(MemberId member, List<XId> matches) {
        return transactions.reading(client -> Statement.of(client, NAMED)
                .with("member", member.value())
                .with("ids", Decisions.ids(matches))
                .rows()
                .map(rows -> rows.stream().map(MatchRows::match).toList()));
    }

    @Override
    public int decide(MemberId member, Decision decision, List<XId> matches) {
        Instant now = now();
        return committed(
                decision,
                session -> MemberLock.take(session, member.value())
                        .chain(() -> Decisions.some(session, member.value(), decision, matches, now))
                        .chain(decided -> settle(session, member, decision, decided, now)));
    }

    @Override
    public int decide(MemberId member, Decision decision, MatchFilter filter, @Nullable Instant until) {
        Instant now = now();
        return committed(
                decision,
                session -> MemberLock.take(session, member.value())
                        .chain(() -> Decisions.filtered(session, member.value(), decision, filter, until, now))
                        .chain(decided -> settle(session, member, decision, decided, now)));
    }

    /** A yes gives no loop anything to do, since only a plan acts on it; a no may cancel follows. */
    private int committed(Decision decision, Function<Mutiny.Session, Uni<Integer>> work) {
        return switch (decision) {
            case CONFIRMED -> transactions.quietly(work);
            case DECLINED -> transactions.inTransaction(work);
        };
    }

    private Uni<Integer> settle(Mutiny.Session session, MemberId member, Decision decision, int decided, Instant now) {
        Uni<Void> cancelled = switch (decision) {
            case CONFIRMED -> Uni.createFrom().voidItem();
            case DECLINED -> cancellations.cancel(session, member, new Ground.Declined(), now);
        };
        return cancelled.chain(() -> Changes.note(session, member.value())).replaceWith(decided);
    }

    /** As exact as PostgreSQL keeps it, so that a time that was written is found again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
