package org.essaim.gateway.operators.keycloak;

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
import org.essaim.gateway.operators.SignInNames;

/** {@code GET /admin/realms/REALM/users?exact=true}, by user name and then by e-mail. */
@ApplicationScoped
class KeycloakNames implements SignInNames {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final ObjectMapper json;
    private final URI users;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    KeycloakNames(
            OidcClient client,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.client = client;
        this.json = json;
        this.users = URI.create(issuer.replace("/realms/", "/admin/realms/") + "/users");
    }

    @Override
    public Optional<String> subjectOf(String name) {
        Optional<String> byName = subject("username", name);
        return byName.isPresent() ? byName : subject("email", name);
    }

    private Optional<String> subject(String field, String value) {
        URI query = URI.create(
                users + "?exact=true&max=2&" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        try {
            String token = tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(query)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode found = json.readTree(response.body());
            if (response.statusCode() != 200 || !found.isArray()) {
                throw new IllegalStateException("names answered " + response.statusCode());
            }
            return found.size() == 1 ? Optional.of(found.get(0).path("id").asText()) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("names not read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
