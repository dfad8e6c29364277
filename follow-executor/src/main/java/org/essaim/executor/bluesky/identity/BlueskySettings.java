package org.essaim.executor.bluesky.identity;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the network's shared services are, and who we are there.
 *
 * @param handleResolver asked for the DID of a handle
 * @param appview asked who blocks whom; empty where there is none
 * @param publicUrl where Essaim is reached by everyone; loopback or http makes us a development client
 * @param clientKey our private EC P-256 key as a JWK with a kid; needed unless we are a development client
 */
public record BlueskySettings(
        URI handleResolver,
        URI plcDirectory,
        Optional<URI> appview,
        URI publicUrl,
        URI redirectUri,
        @Nullable String clientKey) {

    public boolean isDevelopmentClient() {
        return !"https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "BlueskySettings[" + publicUrl + "]";
    }
}
