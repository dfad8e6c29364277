package org.essaim.executor.budgets.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is used of a budget in its open window. */
@Entity(name = "Budget")
@Table(name = "budget")
class BudgetRow {

    @Id
    String key = "";

    long used;

    @Column(name = "server_limit")
    @Nullable
    Long serverLimit;

    @Column(name = "resets_at")
    Instant resetsAt = Instant.EPOCH;
}
