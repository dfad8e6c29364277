package org.essaim.local.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.essaim.testing.web.Api;

/** A signed-in person's tokens; renews the access token before it runs out. Safe to use from several threads. */
public final class Session {

    private static final Duration AHEAD = Duration.ofSeconds(60);

    private final Api keycloak;
    private String accessToken = "";
    private String refreshToken = "";
    private long renewAt;

    private Session(Api keycloak) {
        this.keycloak = keycloak;
    }

    /** Opens a session with what Keycloak sent back to the client. */
    static Session open(Api keycloak, String code, String verifier, URI redirect) {
        Session session = new Session(keycloak);
        session.take(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                SignIn.CLIENT,
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                redirect.toString()));
        return session;
    }

    /** Good for at least some seconds. */
    public synchronized String accessToken() {
        if (System.nanoTime() - renewAt > 0) {
            take(Map.of("grant_type", "refresh_token", "client_id", SignIn.CLIENT, "refresh_token", refreshToken));
        }
        return accessToken;
    }

    private void take(Map<String, String> form) {
        JsonNode tokens = keycloak.postForm(SignIn.REALM + "/protocol/openid-connect/token", form, Map.of())
                .succeeded()
                .json();
        accessToken = tokens.path("access_token").asText();
        refreshToken = tokens.path("refresh_token").asText();
        Duration lives = Duration.ofSeconds(tokens.path("expires_in").asLong());
        renewAt = System.nanoTime() + lives.minus(AHEAD).toNanos();
    }
}
