package org.essaim.executor.budgets;

import java.time.Instant;

/** Whether an act fits its budgets. */
public sealed interface Reservation {

    /** All costs are taken. */
    record Granted() implements Reservation {}

    /** Nothing is taken; it may fit then. */
    record Exhausted(Instant until) implements Reservation {}
}
