package org.essaim.executor.budgets;

import java.time.Instant;
import java.util.List;

/** The shared count. Each call is one transaction. */
public interface Budgets {

    /** Takes all costs or none. A cost larger than its whole budget never fits. */
    Reservation reserve(List<Cost> costs);

    /** Gives back what was reserved for an act that surely did not happen. */
    void release(List<Cost> costs);

    /** How much of our share of a window is left now. */
    long left(Budget budget);

    /** Forgets windows that have ended; an open one of the same key begins anew by itself. */
    void forget(Instant endedBefore);

    /** Lets the server's word replace our count. */
    void observe(List<Observation> observations);
}
