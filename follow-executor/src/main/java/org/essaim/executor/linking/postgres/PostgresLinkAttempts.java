package org.essaim.executor.linking.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.SealedSecret;
import org.essaim.executor.linking.LinkAttempt;
import org.essaim.executor.linking.LinkAttempts;
import org.essaim.platform.postgres.Transactions;
import org.jspecify.annotations.Nullable;

/** Link attempts as rows that are deleted by the one who takes them. */
@ApplicationScoped
class PostgresLinkAttempts implements LinkAttempts {

    private final Transactions transactions;
    private final KeyRing keys;
    private final InstantSource clock;

    PostgresLinkAttempts(Transactions transactions, KeyRing keys, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void save(String state, LinkAttempt attempt) {
        LinkAttemptRow row = new LinkAttemptRow();
        row.stateDigest = digest(state);
        row.member = attempt.member().value();
        row.session = attempt.session();
        row.network = attempt.network().name();
        row.issuer = attempt.issuer();
        SealedSecret sealed = keys.seal(attempt.secret(), row.stateDigest);
        row.keyId = sealed.keyId();
        row.sealed = sealed.sealed();
        row.expiresAt = attempt.expiresAt();
        transactions.inTransaction(session -> session.persist(row));
    }

    @Override
    public void forget(MemberId member) {
        transactions.inTransaction(
                session -> session.createMutationQuery("delete from LinkAttempt where member = :member")
                        .setParameter("member", member.value())
                        .executeUpdate());
    }

    @Override
    public void forget(Instant expiredBefore) {
        transactions.quietly(session -> session.createMutationQuery("delete from LinkAttempt where expiresAt < :before")
                .setParameter("before", expiredBefore)
                .executeUpdate());
    }

    @Override
    public Optional<LinkAttempt> take(String state) {
        Instant now = clock.instant();
        String digest = digest(state);
        LinkAttemptRow row = transactions.<@Nullable LinkAttemptRow>inTransaction(session -> session.createNativeQuery(
                        "delete from link_attempt where state_digest = :digest returning *", LinkAttemptRow.class)
                .setParameter("digest", digest)
                .getSingleResultOrNull());
        return Optional.ofNullable(row)
                .filter(found -> found.expiresAt.isAfter(now))
                .map(this::attempt);
    }

    private LinkAttempt attempt(LinkAttemptRow row) {
        return new LinkAttempt(
                new MemberId(Objects.requireNonNull(row.member)),
                row.session,
                Network.valueOf(row.network),
                row.issuer,
                keys.open(new SealedSecret(row.keyId, row.sealed), row.stateDigest),
                row.expiresAt);
    }

    private static String digest(String state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
