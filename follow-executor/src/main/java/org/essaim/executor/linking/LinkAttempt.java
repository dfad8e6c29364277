package org.essaim.executor.linking;

import java.time.Instant;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.executor.grants.Secret;

/**
 * A link that was begun.
 *
 * @param session names the browser session that began it; only that one may complete it
 * @param issuer the server that must answer
 */
public record LinkAttempt(
        MemberId member, String session, Network network, String issuer, Secret secret, Instant expiresAt) {

    /** The same attempt, further on its way. */
    LinkAttempt with(Secret further) {
        return new LinkAttempt(member, session, network, issuer, further, expiresAt);
    }

    /** Whose and when only. */
    @Override
    public String toString() {
        return "LinkAttempt[" + network + "]";
    }
}
