package org.essaim.testing.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;
import org.essaim.testing.web.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MastodonOauthTest {

    private static final String REDIRECT = "http://127.0.0.1:8080/link/callback";
    private static final String SCOPES = "read:accounts read:follows write:follows";
    // The example of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private FakeMastodon mastodon;
    private Api api;
    private MastodonAccount nora;
    private JsonNode app;

    @BeforeEach
    void start() {
        mastodon = FakeMastodon.start();
        api = new Api(mastodon.uri());
        nora = mastodon.control().createAccount("nora");
        app = register(SCOPES).succeeded().json();
    }

    @AfterEach
    void stop() {
        api.close();
        mastodon.close();
    }

    @Test
    void tokenShouldActForPersonWhenCodeIsExchangedWithItsVerifier() {
        JsonNode token = exchange(code(), VERIFIER).succeeded().json();

        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("scope").asText()).isEqualTo(SCOPES);
        assertThat(verify(token.path("access_token").asText())
                        .json()
                        .path("username")
                        .asText())
                .isEqualTo("nora");
    }

    @Test
    void codeShouldBeRefusedWhenVerifierIsWrongOrCodeWasUsed() {
        String code = code();
        Answer wrong = exchange(code, "wrong");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(exchange(code, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void tokenShouldBeTheSameWhenPersonLinksAgain() {
        String first = exchange(code(), VERIFIER).json().path("access_token").asText();
        assertThat(exchange(code(), VERIFIER).json().path("access_token").asText())
                .isEqualTo(first);
    }

    @Test
    void tokenShouldSayItWasRevokedWhenUsedAfterwards() {
        String token = exchange(code(), VERIFIER).json().path("access_token").asText();
        Map<String, String> form = client();
        form.put("token", token);

        assertThat(api.postForm("/oauth/revoke", form, Map.of()).status()).isEqualTo(200);
        assertThat(api.postForm("/oauth/revoke", form, Map.of()).status()).isEqualTo(200);
        assertThat(verify(token).body()).isEqualTo("{\"error\":\"The access token was revoked\"}");
        assertThat(verify("never issued").body()).isEqualTo("{\"error\":\"The access token is invalid\"}");
    }

    @Test
    void requestShouldBeForbiddenWhenScopeIsMissing() {
        String token = mastodon.control().token("nora", "read:accounts");
        Answer refused = api.send(
                "POST", "/api/v1/accounts/" + nora.id() + "/follow", "", Map.of("Authorization", "Bearer " + token));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"error\":\"This action is outside the authorized scopes\"}");
    }

    @Test
    void redirectShouldSayAccessDeniedWhenPersonDenies() {
        URI redirect = new MastodonPerson(nora).deny(authorizationUrl(SCOPES));
        assertThat(Parameters.parse(redirect.getRawQuery()).one("error")).contains("access_denied");
    }

    @Test
    void personShouldGetNowhereWhenPasswordIsWrong() {
        MastodonPerson stranger = new MastodonPerson("nora", "not the password");
        assertThatThrownBy(() -> stranger.authorize(authorizationUrl(SCOPES)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void registrationShouldBeRefusedWhenScopeIsUnknownOrTooManyAppsCome() {
        assertThat(register("read:accounts fly").body())
                .isEqualTo("{\"error\":\"Validation failed: Scopes doesn't match configured on the server.\"}");
        for (int i = 0; i < 3; i++) {
            assertThat(register(SCOPES).status()).isEqualTo(200);
        }
        assertThat(register(SCOPES).status()).isEqualTo(429);
    }

    @Test
    void redirectShouldSayInvalidScopeWhenAppIsNotRegisteredForIt() {
        URI redirect = new MastodonPerson(nora).authorize(authorizationUrl("write"));
        assertThat(Parameters.parse(redirect.getRawQuery()).one("error")).contains("invalid_scope");
    }

    private Answer register(String scopes) {
        return api.postForm(
                "/api/v1/apps", Map.of("client_name", "Essaim", "redirect_uris", REDIRECT, "scopes", scopes), Map.of());
    }

    private String code() {
        URI redirect = new MastodonPerson(nora).authorize(authorizationUrl(SCOPES));
        Parameters parameters = Parameters.parse(redirect.getRawQuery());
        assertThat(redirect.toString()).startsWith(REDIRECT);
        assertThat(parameters.one("state")).contains("the state");
        return parameters.one("code").orElseThrow();
    }

    private Answer exchange(String code, String verifier) {
        Map<String, String> form = client();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", REDIRECT);
        form.put("code_verifier", verifier);
        return api.postForm("/oauth/token", form, Map.of());
    }

    private Map<String, String> client() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", app.path("client_id").asText());
        form.put("client_secret", app.path("client_secret").asText());
        return form;
    }

    private Answer verify(String token) {
        return api.get("/api/v1/accounts/verify_credentials", Map.of("Authorization", "Bearer " + token));
    }

    private URI authorizationUrl(String scope) {
        return mastodon.uri()
                .resolve("/oauth/authorize?response_type=code&client_id="
                        + app.path("client_id").asText() + "&redirect_uri=" + URLEncoder.encode(REDIRECT, UTF_8)
                        + "&scope=" + URLEncoder.encode(scope, UTF_8) + "&state=the+state&code_challenge=" + CHALLENGE
                        + "&code_challenge_method=S256");
    }
}
