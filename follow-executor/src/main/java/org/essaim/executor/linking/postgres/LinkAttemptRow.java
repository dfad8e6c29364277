package org.essaim.executor.linking.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that was begun, under the digest of its state. */
@Entity(name = "LinkAttempt")
@Table(name = "link_attempt")
class LinkAttemptRow {

    @Id
    @Column(name = "state_digest")
    String stateDigest = "";

    @Nullable
    UUID member;

    String session = "";
    String network = "";
    String issuer = "";

    @Column(name = "key_id")
    String keyId = "";

    String sealed = "";

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;
}
