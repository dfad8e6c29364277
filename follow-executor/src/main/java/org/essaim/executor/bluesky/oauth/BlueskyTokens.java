package org.essaim.executor.bluesky.oauth;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Instant;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A session at an authorization server, as it is sealed.
 *
 * @param dpopKey the private JWK that the tokens are bound to
 * @param refreshToken good for one use
 * @param revocationEndpoint null where the server has none
 */
public record BlueskyTokens(
        String did,
        String pds,
        String issuer,
        String tokenEndpoint,
        @Nullable String revocationEndpoint,
        String dpopKey,
        String accessToken,
        String refreshToken,
        Instant expiresAt) {

    public static BlueskyTokens of(Secret secret) {
        return Json.read(secret.content(), BlueskyTokens.class);
    }

    public Secret secret() {
        return new Secret(Json.write(this));
    }

    public ECKey key() {
        try {
            return ECKey.parse(dpopKey);
        } catch (ParseException e) {
            throw new IllegalStateException("a saved DPoP key is not a JWK");
        }
    }

    public BlueskyTokens renewed(String newAccess, String newRefresh, Instant newExpiry) {
        return new BlueskyTokens(
                did, pds, issuer, tokenEndpoint, revocationEndpoint, dpopKey, newAccess, newRefresh, newExpiry);
    }

    /** The same session, after the repository moved to another server of its issuer. */
    public BlueskyTokens at(String newPds) {
        return new BlueskyTokens(
                did, newPds, issuer, tokenEndpoint, revocationEndpoint, dpopKey, accessToken, refreshToken, expiresAt);
    }

    @Override
    public String toString() {
        return "BlueskyTokens[]";
    }
}
