package org.essaim.executor.bluesky.follows;

import java.net.URI;
import java.util.Optional;
import org.essaim.executor.guard.WebException;

/** Where a repository went that its server does not know any more. */
@FunctionalInterface
interface Relocation {

    /** Another PDS, by the identity's own document, when the same issuer speaks for it; empty when there is none. */
    Optional<URI> of(String did, URI from, String issuer) throws WebException;
}
