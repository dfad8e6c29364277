package org.essaim.gateway.identities.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Findability;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.EventJson;
import org.essaim.gateway.identities.Identities;
import org.essaim.gateway.identities.IdentityFacts;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Sql;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.jobs.Jobs;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Identities in PostgreSQL; each new generation leaves through the outbox, under the member's lock. */
@ApplicationScoped
public class PostgresIdentities implements Identities {

    private static final String NO_IDENTITY = "";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Jobs jobs;
    private final InstantSource clock;

    public PostgresIdentities(Transactions transactions, Outbox outbox, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public IdentityFacts factsOf(MemberId member) {
        return transactions.reading(client -> IdentityFactsQuery.of(Sql.alone(client), member.value()));
    }

    @Override
    public boolean settle(MemberId member, IdentityFacts facts, IdSet blocks, IdSet follows, UUID job) {
        return transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> IdentityFactsQuery.of(Sql.in(session), member.value()))
                .chain(holds -> holds.equals(facts)
                        ? told(session, member)
                                .chain(told -> tell(session, member, told, facts, blocks, follows))
                                .chain(() -> jobs.complete(session, job))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<Told> told(Mutiny.Session session, MemberId member) {
        return Statement.of(session, "select x_id, generation, digest from identity where member = :member")
                .with("member", member.value())
                .row()
                .map((Optional<Row> row) -> row.map(found ->
                                new Told(found.longOrNull("x_id"), found.number("generation"), found.text("digest")))
                        .orElseGet(() -> new Told(null, 0, NO_IDENTITY)));
    }

    private Uni<Void> tell(
            Mutiny.Session session, MemberId member, Told told, IdentityFacts facts, IdSet blocks, IdSet follows) {
        Optional<Identity> identity = identity(member, facts, 0, blocks, follows);
        String digest = identity.map(PostgresIdentities::digest).orElse(NO_IDENTITY);
        if (digest.equals(told.digest())) {
            return Uni.createFrom().voidItem();
        }
        long generation = told.generation() + 1;
        Instant now = clock.instant();
        List<OutboxMessage> messages = new ArrayList<>();
        Long xId = identity.map(one -> one.xId().value()).orElse(null);
        if (told.xId() != null && !Objects.equals(told.xId(), xId)) {
            messages.add(tombstone(member, told.xId()));
        }
        identity(member, facts, generation, blocks, follows).ifPresent(one -> messages.add(message(one, now)));
        return remember(session, member, xId, generation, digest).chain(() -> outbox.add(session, messages));
    }

    private static Optional<Identity> identity(
            MemberId member, IdentityFacts facts, long generation, IdSet blocks, IdSet follows) {
        if (!facts.exists()) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                member,
                Objects.requireNonNull(facts.xId()),
                generation,
                Objects.requireNonNull(facts.assurance()),
                Objects.requireNonNullElse(facts.findability(), Findability.NOBODY),
                facts.targets(),
                blocks,
                follows));
    }

    private static OutboxMessage message(Identity identity, Instant now) {
        String cause = identity.key() + "|" + identity.generation();
        return OutboxMessage.event(
                Topics.IDENTITIES,
                Buckets.of(identity.xId().value()),
                identity.key(),
                CloudEvent.causedBy(cause, "/essaim/gateway", now, identity));
    }

    private static OutboxMessage tombstone(MemberId member, long xId) {
        byte[] key = Identity.key(new XId(xId), member).getBytes(StandardCharsets.UTF_8);
        return OutboxMessage.tombstone(Topics.IDENTITIES, Buckets.of(xId), key);
    }

    private static Uni<Void> remember(
            Mutiny.Session session, MemberId member, @Nullable Long xId, long generation, String digest) {
        return Statement.of(session, """
                        insert into identity (member, x_id, generation, digest)
                        values (:member, cast(cast(:xId as text) as bigint), :generation, :digest)
                        on conflict (member) do update set x_id = excluded.x_id,
                            generation = excluded.generation, digest = excluded.digest
                        """)
                .with("member", member.value())
                .with("xId", xId == null ? null : xId.toString())
                .with("generation", generation)
                .with("digest", digest)
                .update()
                .replaceWithVoid();
    }

    private static String digest(Identity identity) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(EventJson.write(identity)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What was told last: the X id that has a live record, or null. */
    private record Told(@Nullable Long xId, long generation, String digest) {}
}
