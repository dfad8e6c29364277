package org.essaim.executor.grants.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.KeyRing;
import org.essaim.executor.grants.Revocation;
import org.essaim.executor.grants.SealedSecret;
import org.essaim.executor.grants.Secret;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The secret of a grant that is gone, sealed as it was there. */
@Entity(name = "Revocation")
@Table(name = "revocation")
class RevocationRow {

    private static final Logger LOG = Logger.getLogger(RevocationRow.class);

    @Id
    @Nullable
    UUID id;

    String network = "";

    @Column(name = "account_id")
    String accountId = "";

    @Nullable
    UUID member;

    @Column(name = "key_id")
    String keyId = "";

    String sealed = "";
    int attempts;
    Instant since = Instant.EPOCH;

    static RevocationRow of(GrantRow grant, UUID id, Instant now) {
        RevocationRow row = new RevocationRow();
        row.id = id;
        row.network = grant.network;
        row.accountId = grant.accountId;
        row.member = grant.member;
        row.keyId = grant.keyId;
        row.sealed = grant.sealed;
        row.since = now;
        return row;
    }

    Revocation revocation(KeyRing keys) {
        return new Revocation(
                Objects.requireNonNull(id), Network.valueOf(network), accountId, access(keys), attempts, since);
    }

    private Optional<Secret> access(KeyRing keys) {
        String context = GrantRow.context(new MemberId(Objects.requireNonNull(member)), accountId);
        try {
            return Optional.of(keys.open(new SealedSecret(keyId, sealed), context));
        } catch (IllegalStateException e) {
            LOG.errorf("access that is to be ended on its network cannot be read key=%s", keyId);
            return Optional.empty();
        }
    }
}
