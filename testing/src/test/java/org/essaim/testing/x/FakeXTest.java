package org.essaim.testing.x;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;
import org.essaim.testing.web.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeXTest {

    private static final String REDIRECT = "http://127.0.0.1:9999/broker/x/endpoint";
    // The example of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private FakeX x;
    private Api api;
    private XAccount nora;

    @BeforeEach
    void start() {
        x = FakeX.start();
        api = new Api(x.uri());
        nora = x.control().putAccount("12", "nora", "Nora N.");
        x.control().putAccount("1500000000000000001", "someone_else", "Someone Else");
    }

    @AfterEach
    void stop() {
        api.close();
        x.close();
    }

    @Test
    void personShouldProveTheirNumberWhenAuthorizing() {
        JsonNode tokens = tokens("users.read tweet.read").json();

        assertThat(tokens.path("token_type").asText()).isEqualTo("bearer");
        assertThat(tokens.has("refresh_token")).isFalse();
        JsonNode me = me(tokens.path("access_token").asText()).json();
        assertThat(me.toString()).isEqualTo("{\"data\":{\"id\":\"12\",\"name\":\"Nora N.\",\"username\":\"nora\"}}");
    }

    @Test
    void refreshTokenShouldWorkOnceWhenOfflineAccessWasGranted() {
        String refresh = tokens("users.read tweet.read offline.access")
                .json()
                .path("refresh_token")
                .asText();
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", refresh);

        Answer refreshed = api.postForm("/2/oauth2/token", form, basic());
        assertThat(me(refreshed.json().path("access_token").asText()).status()).isEqualTo(200);
        assertThat(api.postForm("/2/oauth2/token", form, basic()).status()).isEqualTo(400);
    }

    @Test
    void codeShouldBeRefusedWhenVerifierDoesNotFit() {
        String code = code("users.read tweet.read");
        Answer answer = exchange(code, "another-verifier");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(exchange(code, VERIFIER).status()).as("a code is good once").isEqualTo(400);
    }

    @Test
    void tokenShouldBeRefusedWhenClientDoesNotAuthenticate() {
        Answer answer = api.postForm("/2/oauth2/token", Map.of("grant_type", "authorization_code"), Map.of());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("unauthorized_client");
    }

    @Test
    void userShouldBeHiddenWhenTokenOrScopeIsMissing() {
        assertThat(api.get("/2/users/me", Map.of()).status()).isEqualTo(401);
        Answer unscoped = me(tokens("tweet.read").json().path("access_token").asText());
        assertThat(unscoped.status()).isEqualTo(403);
        assertThat(unscoped.json().path("title").asText()).isEqualTo("Forbidden");
    }

    @Test
    void redirectShouldSayAccessDeniedWhenPersonCancels() {
        Parameters redirect = Parameters.parse(
                new XPerson(nora).deny(authorizationUrl("users.read")).getRawQuery());
        assertThat(redirect.one("error")).contains("access_denied");
        assertThat(redirect.one("state")).contains("the state");
    }

    @Test
    void authorizationShouldShowErrorWhenPkceIsMissing() {
        URI without = URI.create(authorizationUrl("users.read").toString().replaceAll("&code_challenge.*", ""));
        assertThatThrownBy(() -> new XPerson(nora).authorize(without)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oembedShouldNameHandleAndTextButNoNumberWhenPostIsPublic() {
        URI post = x.control().post(nora, "20", "essaim-verify <7F3K>");
        Answer answer = oembed(post);
        assertThat(answer.json().path("author_url").asText()).endsWith("/nora");
        assertThat(answer.json().path("html").asText()).contains("essaim-verify &lt;7F3K&gt;");
        x.control().putAccount("12", "nora_renamed", "Nora N.");
        assertThat(oembed(post).json().path("author_url").asText()).endsWith("/nora_renamed");
        x.control().remove(nora);
        assertThat(oembed(post).status()).isEqualTo(404);
    }

    private Answer oembed(URI post) {
        return api.get("/oembed?url=" + URLEncoder.encode(post.toString(), UTF_8), Map.of());
    }

    private Answer tokens(String scope) {
        return exchange(code(scope), VERIFIER).succeeded();
    }

    private String code(String scope) {
        URI redirect = new XPerson(nora).authorize(authorizationUrl(scope));
        assertThat(redirect.toString()).startsWith(REDIRECT + "?");
        Parameters parameters = Parameters.parse(redirect.getRawQuery());
        assertThat(parameters.one("state")).contains("the state");
        return parameters.one("code").orElseThrow();
    }

    private Answer exchange(String code, String verifier) {
        return api.postForm(
                "/2/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", REDIRECT,
                        "code_verifier", verifier),
                basic());
    }

    private Answer me(String token) {
        return api.get("/2/users/me", Map.of("Authorization", "Bearer " + token));
    }

    private static Map<String, String> basic() {
        String pair = XClient.SANDBOX.id() + ":" + XClient.SANDBOX.secret();
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private URI authorizationUrl(String scope) {
        return x.uri()
                .resolve("/i/oauth2/authorize?response_type=code&client_id=" + XClient.SANDBOX.id() + "&redirect_uri="
                        + URLEncoder.encode(REDIRECT, UTF_8) + "&scope=" + URLEncoder.encode(scope, UTF_8)
                        + "&state=the+state&code_challenge=" + CHALLENGE + "&code_challenge_method=S256");
    }
}
