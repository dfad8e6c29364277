package org.essaim.executor.mastodon;

import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;

/** What is kept while a person is at their server. */
record MastodonVisit(String base, String tokenEndpoint, String revocationEndpoint, String verifier) {

    static MastodonVisit of(Secret secret) {
        return Json.read(secret.content(), MastodonVisit.class);
    }

    Secret secret() {
        return new Secret(Json.write(this));
    }

    @Override
    public String toString() {
        return "MastodonVisit[]";
    }
}
