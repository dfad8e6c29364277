package org.essaim.gateway.xaccounts.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.contracts.XId;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.xaccounts.BrokerLink;
import org.essaim.gateway.xaccounts.BrokerLinks;
import org.essaim.gateway.xaccounts.BrokerUnreachableException;

/**
 * {@code GET /admin/realms/REALM/users/SUBJECT/federated-identity}: the link that Keycloak made when X named the id. No
 * attribute of the user is read, for a person may be able to edit those.
 */
@ApplicationScoped
public class KeycloakBrokerLinks implements BrokerLinks {

    private static final String BROKER = "x";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final ObjectMapper json;
    private final String issuer;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public KeycloakBrokerLinks(
            OidcClient client,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.client = client;
        this.json = json;
        this.issuer = issuer;
    }

    @Override
    public Optional<BrokerLink> xLinkOf(Login login) {
        if (!login.issuer().equals(issuer)) {
            return Optional.empty();
        }
        HttpResponse<byte[]> response = ask(login);
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new BrokerUnreachableException("broker links answered " + response.statusCode(), null);
        }
        return read(response.body());
    }

    private HttpResponse<byte[]> ask(Login login) {
        String subject = URLEncoder.encode(login.subject(), StandardCharsets.UTF_8);
        URI links =
                URI.create(issuer.replace("/realms/", "/admin/realms/") + "/users/" + subject + "/federated-identity");
        try {
            String token = tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
            return http.send(
                    HttpRequest.newBuilder(links)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | RuntimeException e) {
            throw new BrokerUnreachableException("broker links not read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnreachableException("interrupted", e);
        }
    }

    private Optional<BrokerLink> read(byte[] body) {
        try {
            for (JsonNode link : json.readTree(body)) {
                if (link.path("identityProvider").asText().equals(BROKER)) {
                    String handle = link.path("userName").asText("");
                    return Optional.of(
                            new BrokerLink(XId.of(link.path("userId").asText()), handle.isEmpty() ? null : handle));
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokerUnreachableException("broker links not understood", e);
        }
    }
}
