package org.essaim.executor.budgets;

import java.time.Instant;

/** Whether an act fits its budgets. */
public sealed interface Reservation {

    /** All costs are taken. */
    record Granted() implements Reservation {}

    /**
     * Nothing is taken; it may fit then.
     *
     * @param budget that it did not fit
     */
    record Exhausted(Instant until, Budget budget) implements Reservation {}
}
