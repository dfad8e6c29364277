package org.essaim.executor.following;

import java.time.Instant;
import org.essaim.contracts.Network;
import org.essaim.executor.ledger.Intent;

/** Names follows before they are sent. */
@FunctionalInterface
public interface Intents {

    /** A name that no other follow of the account has. */
    Intent next(Network network, Instant now);
}
