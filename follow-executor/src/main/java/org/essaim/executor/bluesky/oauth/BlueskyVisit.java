package org.essaim.executor.bluesky.oauth;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is kept while a person is at their server.
 *
 * @param tokens what the code was exchanged for, once it was
 */
record BlueskyVisit(
        String did,
        String issuer,
        String tokenEndpoint,
        @Nullable String revocationEndpoint,
        String dpopKey,
        String verifier,
        BlueskyOAuth.@Nullable Tokens tokens) {

    BlueskyVisit with(BlueskyOAuth.Tokens exchanged) {
        return new BlueskyVisit(did, issuer, tokenEndpoint, revocationEndpoint, dpopKey, verifier, exchanged);
    }

    static BlueskyVisit of(Secret secret) {
        return Json.read(secret.content(), BlueskyVisit.class);
    }

    Secret secret() {
        return new Secret(Json.write(this));
    }

    ECKey key() {
        try {
            return ECKey.parse(dpopKey);
        } catch (ParseException e) {
            throw new IllegalStateException("a saved DPoP key is not a JWK");
        }
    }

    @Override
    public String toString() {
        return "BlueskyVisit[]";
    }
}
