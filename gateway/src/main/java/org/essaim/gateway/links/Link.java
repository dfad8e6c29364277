package org.essaim.gateway.links;

import java.time.Instant;
import org.essaim.contracts.TargetAccount;

/** An account that a member linked. */
public record Link(TargetAccount account, LinkState state, boolean canFollow, Instant linkedAt) {

    /** Whether the network still honours the grant. */
    public enum LinkState {
        LINKED,
        /** The person must link again before anything is done; the account can still be found. */
        LOST
    }
}
