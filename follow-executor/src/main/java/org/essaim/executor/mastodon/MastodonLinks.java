package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.linking.LinkAttempt;
import org.essaim.executor.linking.LinkNetwork;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;
import org.essaim.executor.linking.Proof;
import org.essaim.executor.linking.Purpose;
import org.essaim.executor.linking.Started;
import org.essaim.executor.linking.typed.TypedAccount;
import org.essaim.executor.mastodon.MastodonVisit.Tokens;

/** Links accounts on servers that speak Mastodon's API. */
final class MastodonLinks implements LinkNetwork {

    private static final int VERIFIER_BYTES = 48;

    private final Web web;
    private final MastodonServers servers;
    private final MastodonSettings settings;
    private final SecureRandom random;

    MastodonLinks(Web web, MastodonServers servers, MastodonSettings settings, SecureRandom random) {
        this.web = web;
        this.servers = servers;
        this.settings = settings;
        this.random = random;
    }

    @Override
    public Network network() {
        return Network.MASTODON;
    }

    @Override
    public Started start(TypedAccount account, Purpose purpose, String state) {
        try {
            return switch (account) {
                case TypedAccount.FediverseAccount fediverse -> redirect(servers.find(fediverse), purpose, state);
                case TypedAccount.BlueskyHandle _, TypedAccount.BlueskyDid _ ->
                    new Started.Refused(LinkRefusal.ACCOUNT_NOT_UNDERSTOOD);
            };
        } catch (LinkRefusedException e) {
            return new Started.Refused(e.refusal());
        } catch (WebException e) {
            return new Started.Refused(new LinkRefusedException(e).refusal());
        }
    }

    private Started redirect(MastodonServer server, Purpose purpose, String state)
            throws LinkRefusedException, WebException {
        MastodonClient client = servers.clientAt(server);
        byte[] bytes = new byte[VERIFIER_BYTES];
        random.nextBytes(bytes);
        String verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", settings.redirectUri().toString());
        query.put("scope", String.join(" ", client.scopesFor(purpose)));
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        MastodonVisit visit = new MastodonVisit(
                server.base().toString(),
                server.domain(),
                server.token().toString(),
                server.revocation().toString(),
                verifier,
                null);
        return new Started.Redirect(
                URI.create(server.authorization() + "?" + WebRequest.encode(query)), server.issuer(), visit.secret());
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public Proof complete(LinkAttempt attempt, String code) {
        MastodonVisit visit = MastodonVisit.of(attempt.secret());
        try {
            URI base = URI.create(visit.base());
            MastodonClient client =
                    servers.registeredAt(base).orElseThrow(() -> new LinkRefusedException(LinkRefusal.LINK_EXPIRED));
            Tokens tokens = visit.tokens();
            if (tokens == null) {
                tokens = exchange(visit, client, code);
                visit = visit.with(tokens);
            }
            return prove(attempt, visit, client, tokens);
        } catch (LinkRefusedException e) {
            return new Proof.Refused(e.refusal());
        } catch (HostRestingException | NoAnswerException e) {
            return new Proof.Later(new LinkRefusedException(e).refusal(), visit.secret());
        } catch (WebException e) {
            return new Proof.Refused(new LinkRefusedException(e).refusal());
        }
    }

    private Proof prove(LinkAttempt attempt, MastodonVisit visit, MastodonClient client, Tokens tokens)
            throws LinkRefusedException, WebException {
        URI base = URI.create(visit.base());
        JsonNode self = verify(base, tokens.access());
        URI actor = actorOf(self, base);
        String domain = domainOf(self.path("username").asText(), actor, base, visit.domain());
        String granted = tokens.scope();
        List<String> scopes = granted.isBlank() ? client.scopes() : List.of(granted.split(" ", -1));
        Grant grant = new Grant(
                attempt.member(),
                new TargetAccount(
                        Network.MASTODON,
                        actor.toString(),
                        self.path("username").asText() + "@" + domain),
                base.getRawAuthority(),
                Grant.State.LINKED,
                scopes,
                MastodonServer.canFollow(scopes));
        MastodonToken kept = new MastodonToken(
                visit.base(),
                domain,
                visit.revocationEndpoint(),
                client.clientId(),
                client.clientSecret(),
                tokens.access());
        return new Proof.Proven(grant, kept.secret());
    }

    private Tokens exchange(MastodonVisit visit, MastodonClient client, String code)
            throws LinkRefusedException, WebException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("client_id", client.clientId());
        form.put("client_secret", client.clientSecret());
        form.put("redirect_uri", settings.redirectUri().toString());
        form.put("code_verifier", visit.verifier());
        WebResponse answer = web.send(WebRequest.postForm(URI.create(visit.tokenEndpoint()), form));
        JsonNode body = Json.read(answer.body());
        if (body.path("error").asText().equals("invalid_client")) {
            // The server dropped our registration: the next attempt registers anew.
            servers.forget(URI.create(visit.base()));
            throw new LinkRefusedException(LinkRefusal.LINK_EXPIRED);
        }
        if (!answer.isSuccess() || !body.path("access_token").isTextual()) {
            throw new LinkRefusedException(
                    answer.status() >= 500 ? LinkRefusal.NETWORK_UNREACHABLE : LinkRefusal.LINK_DENIED);
        }
        return new Tokens(body.path("access_token").asText(), body.path("scope").asText());
    }

    private JsonNode verify(URI base, String accessToken) throws LinkRefusedException, WebException {
        WebResponse answer = web.send(WebRequest.get(URI.create(base + "/api/v1/accounts/verify_credentials"))
                .with("Authorization", "Bearer " + accessToken));
        if (!answer.isSuccess()) {
            throw new LinkRefusedException(LinkRefusal.LINK_DENIED);
        }
        return Json.read(answer.body());
    }

    /** A server speaks for its own actors only: one that names another server's is not believed. */
    private static URI actorOf(JsonNode self, URI base) throws LinkRefusedException {
        try {
            URI actor = URI.create(self.path("uri").asText());
            boolean own = actor.isAbsolute()
                    && base.getRawAuthority().equalsIgnoreCase(actor.getRawAuthority())
                    && base.getScheme().equals(actor.getScheme());
            if (own && !self.path("username").asText().isEmpty()) {
                return actor;
            }
        } catch (IllegalArgumentException e) {
            throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
    }

    /** The domain that a server claims for its accounts counts only when that domain leads back to the actor. */
    private String domainOf(String username, URI actor, URI base, String claimed) throws WebException {
        String host = base.getRawAuthority();
        if (claimed.equalsIgnoreCase(host)) {
            return host;
        }
        Optional<URI> named = servers.actorOf(username + "@" + claimed, claimed);
        return named.isPresent() && named.get().equals(actor) ? claimed : host;
    }
}
