package org.essaim.platform.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the job table, as far as the services write it; leasing is the {@link JobTable}'s. */
@Entity(name = "Job")
@Table(name = "job")
public class JobRow {

    @Id
    @Nullable
    UUID id;

    @Column(nullable = false)
    String kind = "";

    @Column(nullable = false)
    String subject = "";

    @Column(nullable = false)
    String payload = "";

    @Column(nullable = false)
    Instant due = Instant.EPOCH;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;
}
