package org.essaim.executor.ledger.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.ledger.ActingAccount;
import org.essaim.executor.ledger.Lease;
import org.jspecify.annotations.Nullable;

/** An acting account and who works on it. */
@Entity(name = "ActingAccount")
@Table(name = "acting_account")
class ActingRow {

    @Id
    @Column(name = "account_id")
    String accountId = "";

    String network = "";
    String handle = "";
    String host = "";

    @Nullable
    UUID member;

    long sequence;
    boolean paused;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "lease_owner")
    @Nullable
    String leaseOwner;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column(name = "lease_turn")
    long leaseTurn;

    ActingAccount acting() {
        return new ActingAccount(
                new MemberId(Objects.requireNonNull(member)),
                new TargetAccount(Network.valueOf(network), accountId, handle));
    }

    boolean isHeldBy(Lease lease) {
        return lease.owner().equals(leaseOwner) && lease.turn() == leaseTurn;
    }

    void dueBy(Instant instant) {
        Instant due = dueAt;
        if (due == null || due.isAfter(instant)) {
            dueAt = instant;
        }
    }
}
