package org.essaim.executor.ledger.postgres;

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

    @Column(name = "quiet_until")
    @Nullable
    Instant quietUntil;

    @Column(name = "follows_after")
    @Nullable
    Instant followsAfter;

    @Column(name = "first_follow_at")
    @Nullable
    Instant firstFollowAt;

    @Column(name = "told_stop")
    boolean toldStop;

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

    /** Due then, or when the account may be worked on again, should that be later. */
    void dueBy(Instant instant) {
        Instant quiet = quietUntil;
        Instant soonest = quiet != null && quiet.isAfter(instant) ? quiet : instant;
        Instant due = dueAt;
        if (due == null || due.isAfter(soonest)) {
            dueAt = soonest;
        }
    }

    /** When the account goes on: what is open are follows, so not before they may be made. */
    Optional<Instant> nextFollow() {
        Instant due = dueAt;
        Instant spentUntil = followsAfter;
        boolean waits = due != null && spentUntil != null && spentUntil.isAfter(due);
        return Optional.ofNullable(waits ? spentUntil : due);
    }

    Lease lease() {
        return new Lease(
                acting(), host, Objects.requireNonNull(leaseOwner), leaseTurn, Optional.ofNullable(firstFollowAt));
    }
}
