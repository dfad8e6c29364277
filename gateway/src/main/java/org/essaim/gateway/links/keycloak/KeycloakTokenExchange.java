package org.essaim.gateway.links.keycloak;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.essaim.gateway.links.TokenExchange;

/** RFC 8693 at Keycloak's token endpoint, as client {@code essaim-gateway}. */
@ApplicationScoped
public class KeycloakTokenExchange implements TokenExchange {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final OidcClient client;

    public KeycloakTokenExchange(OidcClients clients) {
        this.client = clients.getClient("executor");
    }

    @Override
    public String forExecutor(String accessToken) {
        try {
            return client.getTokens(Map.of("subject_token", accessToken, "subject_token_type", ACCESS_TOKEN))
                    .await()
                    .atMost(PATIENCE)
                    .getAccessToken();
        } catch (RuntimeException e) {
            throw new IllegalStateException("token not exchanged", e);
        }
    }
}
