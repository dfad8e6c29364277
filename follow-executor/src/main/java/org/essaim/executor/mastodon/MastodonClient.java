package org.essaim.executor.mastodon;

import java.util.List;
import java.util.Set;
import org.essaim.executor.grants.Secret;
import org.essaim.executor.json.Json;
import org.essaim.executor.linking.Purpose;

/** Our registration at a server, as it is sealed. */
record MastodonClient(String clientId, String clientSecret, List<String> scopes) {

    /** Either is enough to ask a server who somebody is. */
    private static final Set<String> IDENTITY = Set.of("read:accounts", "read");

    MastodonClient {
        scopes = List.copyOf(scopes);
    }

    static MastodonClient of(Secret secret) {
        return Json.read(secret.content(), MastodonClient.class);
    }

    Secret secret() {
        return new Secret(Json.write(this));
    }

    /** Of the scopes that we are registered for, those to ask a person for. */
    List<String> scopesFor(Purpose purpose) {
        return switch (purpose) {
            case TO_FOLLOW -> scopes;
            case TO_BE_FOUND -> scopes.stream().filter(IDENTITY::contains).toList();
        };
    }

    @Override
    public String toString() {
        return "MastodonClient[]";
    }
}
