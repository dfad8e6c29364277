package org.essaim.executor.mastodon;

import java.util.List;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;

/** Our registration at a server, as it is sealed. */
record MastodonClient(String clientId, String clientSecret, List<String> scopes) {

    MastodonClient {
        scopes = List.copyOf(scopes);
    }

    static MastodonClient of(Secret secret) {
        return Json.read(secret.content(), MastodonClient.class);
    }

    Secret secret() {
        return new Secret(Json.write(this));
    }

    @Override
    public String toString() {
        return "MastodonClient[]";
    }
}
