package org.essaim.executor.grants.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.essaim.contracts.GrantEvent;
import org.essaim.contracts.GrantLinked;
import org.essaim.contracts.GrantLost;
import org.essaim.contracts.GrantRevoked;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.grants.RefreshTurn;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.ledger.postgres.OpenFollows;
import org.essaim.platform.outbox.Outbox;
import org.essaim.platform.outbox.OutboxMessage;
import org.essaim.platform.postgres.Transactions;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Grants as rows, their secrets sealed for their member and account. */
@ApplicationScoped
class PostgresGrants implements Grants {

    private static final String SOURCE = "/essaim/follow-executor";
    private static final Duration REFRESH_TURN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Outbox outbox;
    private final OpenFollows follows;
    private final PostgresRevocations revocations;
    private final KeyRing keys;
    private final InstantSource clock;

    PostgresGrants(
            Transactions transactions,
            Outbox outbox,
            OpenFollows follows,
            PostgresRevocations revocations,
            KeyRing keys,
            InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.follows = follows;
        this.revocations = revocations;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public boolean link(Grant grant, Secret secret) {
        return transactions.inTransaction(session -> lockAccount(
                        session, grant.account().id())
                .chain(() -> locked(session, grant.account().id()))
                .chain(known -> known != null && !known.memberId().equals(grant.member())
                        ? Uni.createFrom().item(false)
                        : keep(session, known, grant, secret).replaceWith(true)));
    }

    /** Two members who link the same new account at once must meet, although there is no row to lock yet. */
    private static Uni<?> lockAccount(Session session, String accountId) {
        return session.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:account, 0))) taken",
                        Integer.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    private Uni<Void> keep(Session session, @Nullable GrantRow known, Grant grant, Secret secret) {
        GrantRow row = known == null ? new GrantRow() : known;
        row.accountId = grant.account().id();
        row.network = grant.account().network().name();
        row.handle = grant.account().handle();
        row.member = grant.member().value();
        row.host = grant.host();
        row.state = Grant.State.LINKED.name();
        row.scopes = String.join(" ", grant.scopes());
        row.canFollow = grant.canFollow();
        row.seal(keys.seal(secret, row.context()));
        Instant now = clock.instant();
        row.linkedAt = now;
        row.since = known == null ? now : known.since;
        Uni<Void> saved =
                known == null ? session.persist(row) : Uni.createFrom().voidItem();
        return saved.chain(() -> follows.wake(session, grant, now))
                .chain(() -> nextVersion(session))
                .chain(version -> publish(
                        session,
                        new GrantLinked(
                                grant.member(), grant.account(), grant.scopes(), grant.canFollow(), version, now)));
    }

    @Override
    public List<Grant> of(MemberId member) {
        return transactions.quietly(session -> session.createSelectionQuery(
                        "from AccountGrant where member = :member order by accountId", GrantRow.class)
                .setParameter("member", member.value())
                .getResultList()
                .map(rows -> rows.stream().map(GrantRow::grant).toList()));
    }

    @Override
    public Optional<OpenGrant> open(String accountId) {
        return Optional.ofNullable(
                        transactions.<@Nullable GrantRow>quietly(session -> session.find(GrantRow.class, accountId)))
                .map(this::opened);
    }

    private OpenGrant opened(GrantRow row) {
        return new OpenGrant(row.grant(), keys.open(row.sealedSecret(), row.context()), row.generation);
    }

    @Override
    public RefreshTurn takeRefreshTurn(String accountId, long seenGeneration) {
        return transactions.inTransaction(session -> locked(session, accountId)
                .map(row -> row == null ? new RefreshTurn.Gone() : turn(row, seenGeneration)));
    }

    private RefreshTurn turn(GrantRow row, long seenGeneration) {
        if (!row.state.equals(Grant.State.LINKED.name())) {
            return new RefreshTurn.Gone();
        }
        if (row.generation > seenGeneration) {
            return new RefreshTurn.AlreadyRenewed(opened(row));
        }
        Instant now = clock.instant();
        if (row.refreshUntil != null && row.refreshUntil.isAfter(now)) {
            return new RefreshTurn.Busy();
        }
        row.refreshUntil = now.plus(REFRESH_TURN);
        return new RefreshTurn.Yours(opened(row));
    }

    @Override
    public void returnRefreshTurn(String accountId, long generation) {
        transactions.inTransaction(session -> session.createMutationQuery(
                        "update AccountGrant set refreshUntil = null where accountId = :account and generation = :generation")
                .setParameter("account", accountId)
                .setParameter("generation", generation)
                .executeUpdate());
    }

    @Override
    public OpenGrant refreshed(OpenGrant renewed) {
        Grant grant = renewed.grant();
        return transactions.inTransaction(session -> locked(
                        session, grant.account().id())
                .map(row -> {
                    if (row == null || row.generation != renewed.generation()) {
                        throw new IllegalStateException("a grant changed while its tokens were renewed");
                    }
                    row.seal(keys.seal(renewed.secret(), row.context()));
                    row.host = grant.host();
                    return opened(row);
                }));
    }

    @Override
    public int reseal(int most) {
        return transactions.inTransaction(session -> session.createNativeQuery(
                        "select g.* from account_grant g where g.key_id <> :key limit :most for update skip locked",
                        GrantRow.class)
                .setParameter("key", keys.sealingKeyId())
                .setParameter("most", most)
                .getResultList()
                .invoke(rows -> rows.forEach(
                        row -> row.reseal(keys.seal(keys.open(row.sealedSecret(), row.context()), row.context()))))
                .map(List::size));
    }

    @Override
    public void lose(String accountId, long seenGeneration) {
        Instant now = clock.instant();
        transactions.inTransaction(session -> locked(session, accountId).chain(row -> {
            boolean current =
                    row != null && row.generation == seenGeneration && row.state.equals(Grant.State.LINKED.name());
            if (!current) {
                return Uni.createFrom().voidItem();
            }
            row.state = Grant.State.LOST.name();
            return nextVersion(session)
                    .chain(version -> publish(session, new GrantLost(row.memberId(), row.account(), version, now)));
        }));
    }

    @Override
    public boolean revoke(MemberId member, String accountId) {
        Instant now = clock.instant();
        return transactions.inTransaction(session -> follows.forget(session, member, accountId, now)
                .chain(() -> locked(session, accountId))
                .chain(row -> row == null || !row.memberId().equals(member)
                        ? Uni.createFrom().item(false)
                        : revocations
                                .begin(session, row, now)
                                .chain(() -> session.remove(row))
                                .chain(() -> nextVersion(session))
                                .chain(version -> publishEnd(
                                        session, new GrantRevoked(row.memberId(), row.account(), version, now)))
                                .replaceWith(true)));
    }

    private static Uni<@Nullable GrantRow> locked(Session session, String accountId) {
        return session.find(GrantRow.class, accountId, LockMode.PESSIMISTIC_WRITE);
    }

    private static Uni<Long> nextVersion(Session session) {
        return session.createNativeQuery("select nextval('grant_version')", Long.class)
                .getSingleResult();
    }

    private Uni<Void> publish(Session session, GrantEvent event) {
        return outbox.add(session, List.of(message(event)));
    }

    /** The topic keeps the last value of each key: that may not be who had linked what. */
    private Uni<Void> publishEnd(Session session, GrantRevoked event) {
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        return outbox.add(session, List.of(message(event), OutboxMessage.tombstone(Topics.GRANTS, null, key)));
    }

    private static OutboxMessage message(GrantEvent event) {
        CloudEvent told = CloudEvent.causedBy(event.key() + "|" + event.version(), SOURCE, event.at(), event);
        return OutboxMessage.event(Topics.GRANTS, event.key(), told);
    }
}
