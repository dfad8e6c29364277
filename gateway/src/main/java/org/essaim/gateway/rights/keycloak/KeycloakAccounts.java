package org.essaim.gateway.rights.keycloak;

import io.quarkus.oidc.client.NamedOidcClient;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.gateway.members.Login;
import org.essaim.gateway.rights.SignInAccounts;

/** {@code DELETE /admin/realms/REALM/users/SUBJECT}, as the client {@code essaim-eraser}: sessions and the link to X go with the user. */
@ApplicationScoped
class KeycloakAccounts implements SignInAccounts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final String issuer;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    KeycloakAccounts(
            @NamedOidcClient("eraser") OidcClient client,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.client = client;
        this.issuer = issuer;
    }

    @Override
    public void remove(Login login) {
        if (!login.issuer().equals(issuer)) {
            return;
        }
        String subject = URLEncoder.encode(login.subject(), StandardCharsets.UTF_8);
        URI user = URI.create(issuer.replace("/realms/", "/admin/realms/") + "/users/" + subject);
        int status = delete(user);
        if (status != 204 && status != 404) {
            throw new IllegalStateException("an account was not removed, the sign-in service answered " + status);
        }
    }

    private int delete(URI user) {
        try {
            String token = tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
            return http.send(
                            HttpRequest.newBuilder(user)
                                    .timeout(PATIENCE)
                                    .header("Authorization", "Bearer " + token)
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the sign-in service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
