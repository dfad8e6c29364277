package org.essaim.gateway.migrations.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.essaim.contracts.ArchiveResult;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.gateway.migrations.BringArchive;
import org.essaim.gateway.migrations.Migrations;
import org.essaim.gateway.migrations.UploadStore;
import org.essaim.gateway.postgres.Changes;
import org.essaim.gateway.postgres.MemberLock;
import org.essaim.gateway.postgres.Row;
import org.essaim.gateway.postgres.Statement;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Moves in PostgreSQL. */
@ApplicationScoped
public class PostgresMigrations implements Migrations {

    private static final String SELECT = """
            select m.id, m.created_at, u.archive, u.kind, u.state, u.uploaded_at, u.reason, u.detail, u.generation,
                u.followings, u.followers, u.blocks, u.mutes, u.problems
            from migration m
            left join lateral (
                select * from upload where migration = m.id order by uploaded_at desc, archive desc limit 1) u on true
            """;

    private static final String CHANGES = """
            select cast(k.key as uuid) as member, coalesce(c.number, 0) as number
            from json_each_text(cast(cast(:known as text) as json)) as k
            left join member_change c on c.member = cast(k.key as uuid)
            where coalesce(c.number, 0) <> cast(k.value as bigint)
            """;

    private final Transactions transactions;
    private final Outbox outbox;
    private final ResultSettlement settlement;
    private final InstantSource clock;

    public PostgresMigrations(
            Transactions transactions, Outbox outbox, ResultSettlement settlement, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public UUID create(MemberId member) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        transactions.inTransaction(session -> Statement.of(
                        session, "insert into migration (id, member, created_at) values (:id, :member, :now)")
                .with("id", id)
                .with("member", member.value())
                .with("now", clock.instant())
                .update());
        return id;
    }

    @Override
    public boolean owns(MemberId member, UUID migration) {
        return transactions.reading(client -> Statement.of(
                        client, "select 1 as found from migration where id = :migration and member = :member")
                .with("migration", migration)
                .with("member", member.value())
                .row()
                .map(Optional::isPresent));
    }

    @Override
    public long changes(MemberId member) {
        return changesSince(Map.of(member, 0L)).getOrDefault(member, 0L);
    }

    @Override
    public Map<MemberId, Long> changesSince(Map<MemberId, Long> known) {
        String listed = known.entrySet().stream()
                .map(one -> "\"" + one.getKey().asString() + "\":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return transactions.reading(client -> Statement.of(client, CHANGES)
                .with("known", listed)
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new MemberId(row.uuid("member")), row -> row.number("number")))));
    }

    @Override
    public Optional<Migration> find(MemberId member, UUID migration) {
        return transactions.reading(
                client -> Statement.of(client, SELECT + "where m.member = :member and m.id = :migration")
                        .with("member", member.value())
                        .with("migration", migration)
                        .row()
                        .map(row -> row.map(PostgresMigrations::migration)));
    }

    @Override
    public List<Migration> of(MemberId member) {
        return transactions.reading(client -> Statement.of(
                        client, SELECT + "where m.member = :member order by m.created_at desc, m.id desc limit 100")
                .with("member", member.value())
                .rows()
                .map(rows -> rows.stream().map(PostgresMigrations::migration).toList()));
    }

    private static Migration migration(Row row) {
        return new Migration(row.uuid("id"), row.instant("created_at"), upload(row));
    }

    private static @Nullable Upload upload(Row row) {
        if (row.textOrNull("archive") == null) {
            return null;
        }
        String problems = row.textOrNull("problems");
        Integer followings = row.integerOrNull("followings");
        return new Upload(
                row.uuid("archive"),
                row.constant("kind", UploadKind.class),
                row.constant("state", UploadState.class),
                row.instant("uploaded_at"),
                row.textOrNull("reason"),
                row.textOrNull("detail"),
                row.longOrNull("generation"),
                followings == null ? null : counts(row),
                problems == null || problems.isEmpty() ? List.of() : List.of(problems.split("\n", -1)));
    }

    private static Counts counts(Row row) {
        return new Counts(
                (int) row.number("followings"), (int) row.number("followers"), (int) row.number("blocks"), (int)
                        row.number("mutes"));
    }

    @Override
    public void uploaded(
            MemberId member, UUID migration, UUID archive, BringArchive.Offer offer, UploadStore.Outcome.Kept kept) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> MemberLock.take(session, member.value())
                .chain(() -> Statement.of(session, """
                                insert into upload (archive, migration, member, kind, size_bytes, uploaded_at, state)
                                values (:archive, :migration, :member, :kind, :size, :now, 'WAITING')
                                """)
                        .with("archive", archive)
                        .with("migration", migration)
                        .with("member", member.value())
                        .with("kind", offer.kind())
                        .with("size", kept.sizeBytes())
                        .with("now", now)
                        .update())
                .chain(() -> provenXId(session, member))
                .chain(proven -> outbox.add(
                        session,
                        List.of(message(new ArchiveUploaded(
                                member,
                                archive,
                                offer.kind(),
                                kept.reference(),
                                kept.sizeBytes(),
                                kept.sha256(),
                                proven.orElse(null),
                                now,
                                offer.replaceNewer() ? Boolean.TRUE : null)))))
                .chain(() -> Changes.note(session, member.value())));
    }

    private static Uni<Optional<XId>> provenXId(Mutiny.Session session, MemberId member) {
        return Statement.of(session, "select x_id from x_account where member = :member and assurance = :proven")
                .with("member", member.value())
                .with("proven", Assurance.PROVEN)
                .row()
                .map(row -> row.map(found -> new XId(found.number("x_id"))));
    }

    private static OutboxMessage message(ArchiveUploaded uploaded) {
        return OutboxMessage.event(
                Topics.ARCHIVE_UPLOADS,
                uploaded.member().asString(),
                CloudEvent.causedBy(uploaded.archive().toString(), "/essaim/gateway", uploaded.uploadedAt(), uploaded));
    }

    @Override
    public void settle(ArchiveResult result) {
        transactions.inTransaction(session -> settlement
                .settle(session, result)
                .chain(() -> Changes.note(session, result.member().value())));
    }
}
