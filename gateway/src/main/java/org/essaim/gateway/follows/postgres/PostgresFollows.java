package org.essaim.gateway.follows.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowResult;
import org.essaim.contracts.FollowResumed;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.UndoRequested;
import org.essaim.gateway.follows.Follows;
import org.essaim.gateway.postgres.Changes;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Follows in PostgreSQL; plans leave through the outbox under the member's lock and the sequence of the acting account. */
@ApplicationScoped
public class PostgresFollows implements Follows {

    private static final String START_RUN = """
            insert into follow_run (run, migration, member, network, started_at)
            values (:run, :migration, :member, cast(:network as text), :now)
            """;

    private static final String END_RUNS = """
            with ended as (
                update follow_run set undone_at = :now
                where member = :member and migration = :migration and undone_at is null returning run)
            select run from ended order by run
            """;

    private final Transactions transactions;
    private final PlanWriter writer;
    private final PlanRecords records;
    private final Cancellations cancellations;
    private final InstantSource clock;

    PostgresFollows(
            Transactions transactions,
            PlanWriter writer,
            PlanRecords records,
            Cancellations cancellations,
            InstantSource clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.records = records;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    @Override
    public Planned plan(MemberId member, UUID migration, @Nullable Network network) {
        UUID run = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant();
        return transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Statement.of(session, START_RUN)
                        .with("run", run)
                        .with("migration", migration)
                        .with("member", member.value())
                        .with("network", network == null ? null : network.name())
                        .with("now", now)
                        .update())
                .chain(() -> writer.plan(session, member, run, network, now))
                .chain(follows -> Changes.note(session, member.value()).replaceWith(new Planned(run, follows))));
    }

    @Override
    public List<Preview> preview(MemberId member, @Nullable Network network) {
        return transactions.reading(client -> PlanPreview.read(client, member.value(), network));
    }

    @Override
    public void cancel(MemberId member, UUID migration) {
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() ->
                        cancellations.cancel(session, member, new Ground.PlanCancelled(migration), clock.instant()))
                .chain(() -> Changes.note(session, member.value())));
    }

    @Override
    public void pause(MemberId member, UUID migration) {
        Instant now = clock.instant();
        setPaused(
                member,
                migration,
                true,
                acting -> List.of(sequence -> new FollowPaused(member, acting, sequence, now)),
                now);
    }

    @Override
    public void resume(MemberId member, UUID migration) {
        Instant now = clock.instant();
        setPaused(
                member,
                migration,
                false,
                acting -> List.of(sequence -> new FollowResumed(member, acting, sequence, now)),
                now);
    }

    private void setPaused(MemberId member, UUID migration, boolean paused, Makers makers, Instant now) {
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Statement.of(
                                session,
                                "update migration set paused = :paused where id = :migration and member = :member")
                        .with("paused", paused)
                        .with("migration", migration)
                        .with("member", member.value())
                        .update())
                .chain(() -> tellAll(session, member, makers, now))
                .chain(() -> Changes.note(session, member.value())));
    }

    @Override
    public void undo(MemberId member, UUID migration) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Statement.of(session, END_RUNS)
                        .with("member", member.value())
                        .with("migration", migration)
                        .with("now", now)
                        .rows())
                .chain(rows -> {
                    List<UUID> runs = rows.stream().map(row -> row.uuid("run")).toList();
                    return tellAll(session, member, acting -> undoEach(member, acting, runs, now), now);
                })
                .chain(() -> Changes.note(session, member.value())));
    }

    private static List<LongFunction<FollowPlan>> undoEach(
            MemberId member, TargetAccount acting, List<UUID> runs, Instant now) {
        List<LongFunction<FollowPlan>> makers = new ArrayList<>();
        runs.forEach(run -> makers.add(sequence -> new UndoRequested(member, acting, sequence, run, now)));
        return makers;
    }

    private Uni<Integer> tellAll(Mutiny.Session session, MemberId member, Makers makers, Instant now) {
        return ActingAccounts.used(session, member.value())
                .chain(accounts -> ActingAccounts.oneAfterAnother(
                        accounts,
                        acting -> records.send(session, acting, makers.of(acting), now)
                                .replaceWith(1)));
    }

    @Override
    public void settle(FollowResult result) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> ResultRows.write(session, result)
                .chain(written -> written == 1
                        ? RunNotices.after(session, result, now)
                                .chain(() ->
                                        Changes.note(session, result.member().value()))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Progress progress(MemberId member, UUID migration) {
        return transactions.reading(client -> FollowProgress.read(client, member.value(), migration));
    }

    @Override
    public Page page(
            MemberId member, UUID migration, @Nullable Set<FollowState> states, @Nullable Cursor after, int limit) {
        return transactions.reading(
                client -> FollowPages.page(client, member.value(), migration, states, after, limit));
    }

    /** The records to send about one account. */
    private interface Makers {
        List<LongFunction<FollowPlan>> of(TargetAccount acting);
    }
}
