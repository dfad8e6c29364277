package org.essaim.executor.ledger;

import java.time.Instant;
import java.util.Optional;
import org.essaim.contracts.TargetAccount;

/**
 * How an acting account comes along.
 *
 * @param open follows that have not come to an end, those that wait for a locked account's answer left out
 * @param dueAt when the account is worked on next, at the earliest; empty when nothing is open
 * @param firstFollow when its first follow was made by Essaim
 */
public record Progress(
        TargetAccount acting, long open, Standing standing, Optional<Instant> dueAt, Optional<Instant> firstFollow) {

    /** What keeps it, if anything. */
    public enum Standing {
        GOES_ON,
        PAUSED,
        /** An operator stopped the network or the host, or the host asked to be left out. */
        STOPPED,
        /** The host does not answer as it should. */
        HOST_IN_TROUBLE
    }
}
