package org.essaim.executor.profiles.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.profiles.Profile;
import org.jspecify.annotations.Nullable;

/** What is known of an account, and when to look again. */
@Entity(name = "Profile")
@Table(name = "profile")
class ProfileRow {

    @Id
    @Column(name = "account_id")
    String accountId = "";

    String network = "";
    String handle = "";

    @Nullable
    String name;

    @Nullable
    String picture;

    boolean known;

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    int attempts;

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    TargetAccount account() {
        return new TargetAccount(Network.valueOf(network), accountId, handle);
    }

    Profile profile() {
        return new Profile(account(), name, picture, known);
    }
}
