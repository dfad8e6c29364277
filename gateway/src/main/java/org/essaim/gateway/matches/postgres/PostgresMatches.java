package org.essaim.gateway.matches.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.XId;
import org.essaim.gateway.follows.postgres.Arrivals;
import org.essaim.gateway.follows.postgres.Cancellations;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Standing matches in PostgreSQL; every change is made under the member's lock, together with what it means for plans. */
@ApplicationScoped
public class PostgresMatches implements Matches {

    private final Transactions transactions;
    private final MatchProjection projection;
    private final Cancellations cancellations;
    private final Arrivals arrivals;
    private final InstantSource clock;

    PostgresMatches(
            Transactions transactions,
            MatchProjection projection,
            Cancellations cancellations,
            Arrivals arrivals,
            InstantSource clock) {
        this.transactions = transactions;
        this.projection = projection;
        this.cancellations = cancellations;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void project(MemberMatches standing) {
        MemberId member = standing.member();
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> projection.apply(session, standing, now))
                .chain(newer -> newer
                        ? cancellations
                                .cancel(session, member, FollowCancelled.Reason.MATCH_WITHDRAWN, now)
                                .chain(() -> planArrivals(session, standing, now))
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> planArrivals(Mutiny.Session session, MemberMatches standing, Instant now) {
        UUID member = standing.member().value();
        if (standing.matches().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return arrivals.run(session, member)
                .chain(run -> run.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Decisions.arrivals(session, member, standing.bucket(), now)
                                .chain(() -> arrivals.plan(session, standing.member(), run.get(), now)));
    }

    @Override
    public void forget(MemberBucket bucket) {
        UUID member = bucket.member().value();
        transactions.inTransaction(session -> MemberLock.take(session, member)
                .chain(() -> projection.clear(session, member, bucket.bucket()))
                .chain(() -> Statement.of(
                                session, "delete from match_bucket where member = :member and bucket = :bucket")
                        .with("member", member)
                        .with("bucket", bucket.bucket())
                        .update())
                .chain(() -> cancellations.cancel(
                        session, bucket.member(), FollowCancelled.Reason.MATCH_WITHDRAWN, clock.instant())));
    }

    @Override
    public Page page(MemberId member, @Nullable Cursor after, int limit) {
        return transactions.inTransaction(session -> MatchPages.read(session, member.value(), after, limit));
    }

    @Override
    public int decide(MemberId member, Decision decision, List<XId> matches) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Decisions.some(session, member.value(), decision, matches, now))
                .chain(decided -> cancelDeclined(session, member, now).replaceWith(decided)));
    }

    @Override
    public int decideAll(MemberId member, Decision decision) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Decisions.all(session, member.value(), decision, now))
                .chain(decided -> cancelDeclined(session, member, now).replaceWith(decided)));
    }

    private Uni<Void> cancelDeclined(Mutiny.Session session, MemberId member, Instant now) {
        return cancellations.cancel(session, member, FollowCancelled.Reason.DECLINED, now);
    }
}
