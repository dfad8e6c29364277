package org.essaim.executor.mastodon;

import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is kept while a person is at their server.
 *
 * @param domain that the server claims for its accounts
 * @param tokens what the code was exchanged for, once it was
 */
record MastodonVisit(
        String base,
        String domain,
        String tokenEndpoint,
        String revocationEndpoint,
        String verifier,
        @Nullable Tokens tokens) {

    /**
     * What the code was exchanged for.
     *
     * @param scope as granted; blank when the server does not say
     */
    record Tokens(String access, String scope) {

        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    MastodonVisit with(Tokens exchanged) {
        return new MastodonVisit(base, domain, tokenEndpoint, revocationEndpoint, verifier, exchanged);
    }

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
