package org.essaim.gateway.letters.keycloak;

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
import org.essaim.gateway.letters.Addresses;
import org.essaim.gateway.members.Login;

/** {@code GET /admin/realms/REALM/users/SUBJECT}. */
@ApplicationScoped
class KeycloakAddresses implements Addresses {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final ObjectMapper json;
    private final String issuer;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    KeycloakAddresses(
            OidcClient client,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.client = client;
        this.json = json;
        this.issuer = issuer;
    }

    @Override
    public Optional<String> verifiedOf(Login login) {
        if (!login.issuer().equals(issuer)) {
            return Optional.empty();
        }
        HttpResponse<byte[]> answer = ask(URI.create(issuer.replace("/realms/", "/admin/realms/") + "/users/"
                + URLEncoder.encode(login.subject(), StandardCharsets.UTF_8)));
        return switch (answer.statusCode()) {
            case 200 -> verified(read(answer.body()));
            case 404 -> Optional.empty();
            default -> throw new IllegalStateException("addresses answered " + answer.statusCode());
        };
    }

    private static Optional<String> verified(JsonNode user) {
        boolean writable =
                user.path("enabled").asBoolean() && user.path("emailVerified").asBoolean();
        return Optional.of(user.path("email").asText("")).filter(address -> writable && !address.isEmpty());
    }

    private HttpResponse<byte[]> ask(URI user) {
        try {
            String token = tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
            return http.send(
                    HttpRequest.newBuilder(user)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("an address was not read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException("an address was not understood", e);
        }
    }
}
