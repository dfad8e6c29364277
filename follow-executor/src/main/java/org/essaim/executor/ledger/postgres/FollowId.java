package org.essaim.executor.ledger.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Acting account and target. */
@Embeddable
record FollowId(
        @Column(name = "acting_id") String actingId,
        @Column(name = "target_id") String targetId) implements Serializable {}
