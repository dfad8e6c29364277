package org.essaim.executor.linking;

import java.net.URI;
import org.essaim.executor.grants.Secret;

/** How a network answers to the wish to link. */
public sealed interface Started {

    /**
     * Send the person there.
     *
     * @param issuer who must answer
     * @param secret what the adapter needs to complete: verifier, keys, endpoints
     */
    record Redirect(URI authorizationUrl, String issuer, Secret secret) implements Started {}

    record Refused(LinkRefusal refusal) implements Started {}
}
