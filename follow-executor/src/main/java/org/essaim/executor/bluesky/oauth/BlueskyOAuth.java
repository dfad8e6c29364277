package org.essaim.executor.bluesky.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.ServerTime;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;
import org.essaim.executor.linking.Purpose;
import org.jboss.logging.Logger;

/** The calls of the atproto OAuth profile: pushed request, code, renewal, revocation. */
public final class BlueskyOAuth {

    private static final Logger LOG = Logger.getLogger(BlueskyOAuth.class);

    private final DpopWeb web;
    private final OAuthClient client;
    private final InstantSource clock;

    public BlueskyOAuth(DpopWeb web, OAuthClient client, InstantSource clock) {
        this.web = web;
        this.client = client;
        this.clock = clock;
    }

    /**
     * What a token endpoint gave.
     *
     * @param subject the DID
     */
    record Tokens(String subject, List<String> scopes, String access, String refresh, Instant expiresAt) {

        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    /** Leaves the request at the server and returns where the person must go. */
    public URI push(
            AuthorizationServer server, ECKey key, Purpose purpose, String verifier, String state, String loginHint)
            throws LinkRefusedException, WebException {
        String scope = switch (purpose) {
            case TO_BE_FOUND -> OAuthClient.IDENTITY_SCOPE;
            case TO_FOLLOW -> OAuthClient.PRECISE_SCOPE;
        };
        WebResponse answer = push(server, key, request(verifier, state, loginHint, scope));
        boolean notKnown =
                "invalid_scope".equals(Json.read(answer.body()).path("error").asText());
        if (notKnown && purpose == Purpose.TO_FOLLOW) {
            answer = push(server, key, request(verifier, state, loginHint, OAuthClient.BROAD_SCOPE));
        }
        String requestUri = Json.read(answer.body()).path("request_uri").asText();
        if (!answer.isSuccess() || requestUri.isEmpty()) {
            throw new LinkRefusedException(
                    answer.status() >= 500 ? LinkRefusal.NETWORK_UNREACHABLE : LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", client.clientId());
        query.put("request_uri", requestUri);
        return URI.create(server.authorization() + "?" + WebRequest.encode(query));
    }

    private Map<String, String> request(String verifier, String state, String loginHint, String scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("response_type", "code");
        form.put("redirect_uri", client.redirectUri());
        form.put("scope", scope);
        form.put("state", state);
        form.put("code_challenge", DpopWeb.digest(verifier));
        form.put("code_challenge_method", "S256");
        form.put("login_hint", loginHint);
        return form;
    }

    private WebResponse push(AuthorizationServer server, ECKey key, Map<String, String> request) throws WebException {
        return post(server.pushedAuthorization(), server.issuer(), request, key);
    }

    public Tokens exchange(BlueskyVisit visit, String code) throws LinkRefusedException, WebException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", visit.verifier());
        form.put("redirect_uri", client.redirectUri());
        WebResponse answer = post(URI.create(visit.tokenEndpoint()), visit.issuer(), form, visit.key());
        if (!answer.isSuccess()) {
            throw new LinkRefusedException(
                    answer.status() >= 500 ? LinkRefusal.NETWORK_UNREACHABLE : LinkRefusal.LINK_DENIED);
        }
        return read(answer).orElseThrow(() -> new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED));
    }

    /** Uses up the refresh token. Empty when the server no longer honours it. */
    public Optional<BlueskyTokens> renew(BlueskyTokens tokens) throws WebException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", tokens.refreshToken());
        WebResponse answer = post(URI.create(tokens.tokenEndpoint()), tokens.issuer(), form, tokens.key());
        String error = Json.read(answer.body()).path("error").asText();
        if (answer.status() == 400 && error.equals("invalid_grant")) {
            return Optional.empty();
        }
        if (error.startsWith("invalid_client")) {
            // Ours to mend, and one mistake here would cost everyone their link: so nobody's link is given up for it.
            LOG.error("an authorization server does not accept this client");
        }
        Optional<Tokens> renewed = answer.isSuccess() ? read(answer) : Optional.empty();
        if (renewed.isEmpty() || !renewed.get().subject().equals(tokens.did())) {
            boolean perhapsUsed = answer.status() < 400 || answer.status() >= 500;
            throw new NoAnswerException(
                    "tokens were not renewed", perhapsUsed, new IllegalStateException("status " + answer.status()));
        }
        return renewed.map(fresh -> tokens.renewed(fresh.access(), fresh.refresh(), fresh.expiresAt()));
    }

    /** Ends a session. Empty where the server has no way to do that: then it ends when it is not renewed. */
    Optional<WebResponse> revoke(BlueskyTokens tokens) throws WebException {
        String endpoint = tokens.revocationEndpoint();
        return endpoint == null
                ? Optional.empty()
                : Optional.of(post(
                        URI.create(endpoint), tokens.issuer(), Map.of("token", tokens.refreshToken()), tokens.key()));
    }

    /** Our own proof is dated: it is made again when the first answer shows that the clocks differ. */
    private WebResponse post(URI endpoint, String issuer, Map<String, String> fields, ECKey key) throws WebException {
        ServerTime assumed = web.timeAt(endpoint);
        WebResponse answer = proven(endpoint, issuer, fields, key, assumed);
        boolean refused = Json.read(answer.body()).path("error").asText().startsWith("invalid_client");
        return refused && !assumed.equals(web.timeAt(endpoint))
                ? proven(endpoint, issuer, fields, key, web.timeAt(endpoint))
                : answer;
    }

    private WebResponse proven(URI endpoint, String issuer, Map<String, String> fields, ECKey key, ServerTime time)
            throws WebException {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.putAll(client.credentials(issuer, time));
        return web.send(WebRequest.postForm(endpoint, form), key, null);
    }

    private Optional<Tokens> read(WebResponse answer) {
        JsonNode body = Json.read(answer.body());
        boolean whole = "DPoP".equalsIgnoreCase(body.path("token_type").asText())
                && body.path("sub").asText().startsWith("did:")
                && body.path("access_token").isTextual()
                && body.path("refresh_token").isTextual();
        if (!whole) {
            return Optional.empty();
        }
        return Optional.of(new Tokens(
                body.path("sub").asText(),
                List.of(body.path("scope").asText().split(" ", -1)),
                body.path("access_token").asText(),
                body.path("refresh_token").asText(),
                clock.instant().plusSeconds(body.path("expires_in").asLong(300))));
    }
}
