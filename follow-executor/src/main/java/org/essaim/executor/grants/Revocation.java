package org.essaim.executor.grants;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.essaim.contracts.Network;

/**
 * Access that was given back here, and is still to be ended on its network.
 *
 * @param access empty while no key of ours opens it
 * @param attempts how often that was tried
 */
public record Revocation(
        UUID id, Network network, String accountId, Optional<Secret> access, int attempts, Instant since) {

    @Override
    public String toString() {
        return "Revocation[" + id + "]";
    }
}
