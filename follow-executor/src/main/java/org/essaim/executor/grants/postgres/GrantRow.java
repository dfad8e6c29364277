package org.essaim.executor.grants.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.SealedSecret;
import org.jspecify.annotations.Nullable;

/** A linked account. */
@Entity(name = "AccountGrant")
@Table(name = "account_grant")
class GrantRow {

    @Id
    @Column(name = "account_id")
    String accountId = "";

    String network = "";
    String handle = "";

    @Nullable
    UUID member;

    String host = "";
    String state = "";
    String scopes = "";

    @Column(name = "can_follow")
    boolean canFollow;

    @Column(name = "key_id")
    String keyId = "";

    String sealed = "";
    long generation;

    @Column(name = "refresh_until")
    @Nullable
    Instant refreshUntil;

    /** When it was linked first; linking again changes nothing about it. */
    Instant since = Instant.EPOCH;

    @Column(name = "linked_at")
    Instant linkedAt = Instant.EPOCH;

    MemberId memberId() {
        return new MemberId(Objects.requireNonNull(member));
    }

    TargetAccount account() {
        return new TargetAccount(Network.valueOf(network), accountId, handle);
    }

    List<String> scopeList() {
        return scopes.isEmpty() ? List.of() : List.of(scopes.split(" ", -1));
    }

    SealedSecret sealedSecret() {
        return new SealedSecret(keyId, sealed);
    }

    Grant grant() {
        return new Grant(memberId(), account(), host, Grant.State.valueOf(state), scopeList(), canFollow);
    }

    String context() {
        return context(memberId(), accountId);
    }

    /** What the secret is bound to: it opens for this member and account only. */
    static String context(MemberId member, String accountId) {
        return member.asString() + ":" + accountId;
    }

    /** The same secret under another key. */
    void reseal(SealedSecret secret) {
        keyId = secret.keyId();
        sealed = secret.sealed();
    }

    void seal(SealedSecret secret) {
        reseal(secret);
        generation++;
        refreshUntil = null;
    }
}
