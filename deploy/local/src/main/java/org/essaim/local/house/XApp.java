package org.essaim.local.house;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The app at X (or at its stand-in) that lets people prove which X account is theirs.
 *
 * @param endpoints where X's OAuth is, when it is not at X
 */
record XApp(String clientId, String clientSecret, Optional<URI> endpoints) {

    private static final String ID = "ESSAIM_X_CLIENT_ID";
    private static final String SECRET = "ESSAIM_X_CLIENT_SECRET";

    /** The one that the environment names, if it names both halves. */
    static Optional<XApp> from(Map<String, String> environment) {
        String id = environment.get(ID);
        String secret = environment.get(SECRET);
        return id == null || secret == null ? Optional.empty() : Optional.of(new XApp(id, secret, Optional.empty()));
    }

    /** What Keycloak's realm reads from its environment. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(ID, clientId, SECRET, clientSecret));
        endpoints.ifPresent(base -> {
            settings.put(
                    "ESSAIM_X_AUTHORIZATION_URL",
                    base.resolve("/i/oauth2/authorize").toString());
            settings.put("ESSAIM_X_TOKEN_URL", base.resolve("/2/oauth2/token").toString());
            settings.put("ESSAIM_X_USERINFO_URL", base.resolve("/2/users/me").toString());
        });
        return settings;
    }

    @Override
    public String toString() {
        return "XApp[" + clientId + "]";
    }
}
