package org.essaim.ingest.lists.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.essaim.ingest.lists.StandingLists;
import org.jspecify.annotations.Nullable;

/** What stands for a member. The row is the lock under which the member's lists change. */
@Entity(name = "Standing")
@Table(name = "member_standing")
class StandingRow {

    @Id
    @Nullable
    UUID member;

    @Column(nullable = false)
    long generation;

    /** Null when nothing stands. */
    @Nullable
    UUID archive;

    @Nullable
    String sha256;

    @Nullable
    String assurance;

    @Column(name = "generated_at")
    @Nullable
    Instant generatedAt;

    void stand(StandingLists lists) {
        if (lists.generation() != generation + 1) {
            throw new IllegalStateException("the member's lists have moved on to generation " + generation);
        }
        generation = lists.generation();
        archive = lists.source().archive();
        sha256 = lists.source().sha256();
        assurance = lists.assurance().name();
        generatedAt = lists.contents().generatedAt();
    }

    void withdraw() {
        archive = null;
        sha256 = null;
        assurance = null;
        generatedAt = null;
    }
}
