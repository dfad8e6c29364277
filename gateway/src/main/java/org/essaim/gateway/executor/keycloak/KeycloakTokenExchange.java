package org.essaim.gateway.executor.keycloak;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.essaim.gateway.executor.TokenExchange;

/**
 * RFC 8693 at Keycloak's token endpoint, as client {@code essaim-gateway}. The type of the token is the OIDC client's to add:
 * Keycloak refuses a parameter that comes twice.
 */
@ApplicationScoped
public class KeycloakTokenExchange implements TokenExchange {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;

    public KeycloakTokenExchange(OidcClients clients) {
        this.client = clients.getClient("executor");
    }

    @Override
    public String forExecutor(String accessToken) {
        try {
            return client.getTokens(Map.of("subject_token", accessToken))
                    .await()
                    .atMost(PATIENCE)
                    .getAccessToken();
        } catch (RuntimeException e) {
            throw new IllegalStateException("token not exchanged", e);
        }
    }
}
