package org.essaim.gateway.migrations.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveResult;
import org.essaim.gateway.identities.IdentityPublication;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Statement;
import org.essaim.gateway.xaccounts.postgres.Claims;
import org.essaim.platform.jobs.Jobs;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What became of an upload, taken in: the upload's row, the lists that stand, the claim of an X account, the identity. The
 * generation guards the lists and the claim, so that an old result told again takes nothing back.
 */
@ApplicationScoped
class ResultSettlement {

    private final Jobs jobs;
    private final InstantSource clock;

    ResultSettlement(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    Uni<Void> settle(Mutiny.Session session, ArchiveResult result) {
        return switch (result) {
            case ArchiveRejected rejected -> reject(session, rejected);
            case ArchiveIngested ingested ->
                Claims.lock(session, ingested.ownerXId())
                        .chain(() -> MemberLock.take(session, ingested.member().value()))
                        .chain(known -> known
                                ? ingest(session, ingested)
                                : Uni.createFrom().voidItem());
        };
    }

    private static Uni<Void> reject(Mutiny.Session session, ArchiveRejected rejected) {
        return Statement.of(session, """
                        update upload set state = 'REJECTED', reason = :reason, detail = :detail, settled_at = :at
                        where archive = :archive and member = :member and state = 'WAITING'
                        """)
                .with("reason", rejected.reason())
                .with("detail", rejected.detail())
                .with("at", rejected.at())
                .with("archive", rejected.archive())
                .with("member", rejected.member().value())
                .update()
                .replaceWithVoid();
    }

    private Uni<Void> ingest(Mutiny.Session session, ArchiveIngested ingested) {
        return markIngested(session, ingested)
                .chain(() -> stand(session, ingested))
                .chain(newer -> newer == 1
                        ? follow(session, ingested)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Integer> markIngested(Mutiny.Session session, ArchiveIngested ingested) {
        return Statement.of(session, """
                        update upload set state = 'INGESTED', generation = :generation, followings = :followings,
                            followers = :followers, blocks = :blocks, mutes = :mutes, problems = :problems,
                            settled_at = :at
                        where archive = :archive and member = :member and coalesce(generation, 0) < :generation
                        """)
                .with("generation", ingested.generation())
                .with("followings", ingested.counts().followings())
                .with("followers", ingested.counts().followers())
                .with("blocks", ingested.counts().blocks())
                .with("mutes", ingested.counts().mutes())
                .with("problems", String.join("\n", ingested.problems()))
                .with("at", ingested.at())
                .with("archive", ingested.archive())
                .with("member", ingested.member().value())
                .update();
    }

    private static Uni<Integer> stand(Mutiny.Session session, ArchiveIngested ingested) {
        return Statement.of(session, """
                        insert into lists (member, generation, owner_x_id, owner_handle, at)
                        values (:member, :generation, :owner, cast(:handle as text), :at)
                        on conflict (member) do update set generation = excluded.generation,
                            owner_x_id = excluded.owner_x_id, owner_handle = excluded.owner_handle, at = excluded.at
                        where lists.generation < excluded.generation
                        """)
                .with("member", ingested.member().value())
                .with("generation", ingested.generation())
                .with("owner", ingested.ownerXId().value())
                .with("handle", ingested.ownerHandle())
                .with("at", ingested.at())
                .update();
    }

    private Uni<Void> follow(Mutiny.Session session, ArchiveIngested ingested) {
        UUID member = ingested.member().value();
        Instant now = clock.instant();
        return Claims.claim(session, member, ingested.ownerXId(), ingested.ownerHandle(), now)
                .chain(() -> jobs.add(
                        session,
                        UuidCreator.getTimeOrderedEpoch(),
                        IdentityPublication.JOB,
                        member.toString(),
                        "",
                        now))
                .replaceWithVoid();
    }
}
