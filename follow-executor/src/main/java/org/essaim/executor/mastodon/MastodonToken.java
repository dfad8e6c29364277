package org.essaim.executor.mastodon;

import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;

/** A token at a server, as it is sealed. It never expires by itself. */
record MastodonToken(
        String base,
        String domain,
        String revocationEndpoint,
        String clientId,
        String clientSecret,
        String accessToken) {

    static MastodonToken of(Secret secret) {
        return Json.read(secret.content(), MastodonToken.class);
    }

    Secret secret() {
        return new Secret(Json.write(this));
    }

    @Override
    public String toString() {
        return "MastodonToken[]";
    }
}
