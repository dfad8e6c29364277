package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;
import org.essaim.executor.linking.clients.ServerClient;
import org.essaim.executor.linking.clients.ServerClients;
import org.essaim.executor.linking.typed.TypedAccount.FediverseAccount;

/** Finds out what a server offers, and registers there once. */
final class MastodonServers {

    private final Web web;
    private final AddressGuard guard;
    private final ServerClients clients;
    private final MastodonSettings settings;
    private final RememberedServers remembered;

    MastodonServers(
            Web web, AddressGuard guard, ServerClients clients, MastodonSettings settings, InstantSource clock) {
        this.web = web;
        this.guard = guard;
        this.clients = clients;
        this.settings = settings;
        this.remembered = new RememberedServers(clock);
    }

    /** The server of an account: at its domain, or where the domain says that its accounts live. */
    MastodonServer find(FediverseAccount account) throws LinkRefusedException, WebException {
        URI base = guard.baseOf(account.server());
        Optional<MastodonServer> here = at(base);
        if (here.isPresent()) {
            return here.get();
        }
        Optional<URI> actor = account.name() == null
                ? Optional.empty()
                : actorOf(account.name() + "@" + account.server(), account.server());
        if (actor.isPresent() && actor.get().getRawAuthority() != null) {
            Optional<MastodonServer> there = at(guard.baseOf(actor.get().getRawAuthority()));
            if (there.isPresent()) {
                return there.get();
            }
        }
        throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
    }

    private Optional<MastodonServer> at(URI base) throws LinkRefusedException, WebException {
        Optional<MastodonServer> known = remembered.get(base);
        if (known.isPresent()) {
            return known;
        }
        Optional<MastodonServer> asked = ask(base);
        asked.ifPresent(remembered::put);
        return asked;
    }

    private Optional<MastodonServer> ask(URI base) throws LinkRefusedException, WebException {
        WebResponse discovery = web.send(WebRequest.get(URI.create(base + "/.well-known/oauth-authorization-server")));
        if (discovery.status() >= 500) {
            throw new LinkRefusedException(LinkRefusal.NETWORK_UNREACHABLE);
        }
        JsonNode metadata = Json.read(discovery.body());
        boolean described =
                discovery.isSuccess() && metadata.path("token_endpoint").isTextual();
        Optional<String> domain = domainOf(base);
        if (domain.isEmpty()) {
            return Optional.empty();
        }
        if (!software(base).map(settings.software()::contains).orElse(true)) {
            // Others speak this API as well, each with its own idea of limits and errors: better not at all than
            // wrongly.
            throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        MastodonServer usual = MastodonServer.withDefaults(base, domain.get());
        return Optional.of(described ? described(usual, metadata) : usual);
    }

    /** What a server says about itself counts only when it names itself (RFC 8414, section 3.3): else it sends people elsewhere. */
    private static MastodonServer described(MastodonServer usual, JsonNode metadata) throws LinkRefusedException {
        String issuer = metadata.path("issuer").asText(usual.issuer());
        if (!issuer.replaceFirst("/$", "").equalsIgnoreCase(usual.issuer())) {
            throw new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        List<String> scopes = new ArrayList<>();
        metadata.path("scopes_supported").forEach(scope -> scopes.add(scope.asText()));
        return new MastodonServer(
                usual.base(),
                issuer,
                usual.domain(),
                endpoint(metadata, "authorization_endpoint", usual.authorization()),
                endpoint(metadata, "token_endpoint", usual.token()),
                endpoint(metadata, "revocation_endpoint", usual.revocation()),
                scopes);
    }

    private static URI endpoint(JsonNode metadata, String name, URI usual) throws LinkRefusedException {
        return readable(metadata.path(name).asText(usual.toString()))
                .filter(uri -> uri.isAbsolute() && uri.getHost() != null)
                .orElseThrow(() -> new LinkRefusedException(LinkRefusal.SERVER_NOT_SUPPORTED));
    }

    /** What a server runs, by its own word (NodeInfo); empty when it does not say. */
    private Optional<String> software(URI base) throws WebException {
        JsonNode links = Json.read(web.send(WebRequest.get(URI.create(base + "/.well-known/nodeinfo")))
                        .body())
                .path("links");
        for (JsonNode link : links) {
            Optional<URI> document = readable(link.path("href").asText())
                    .filter(uri -> base.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority()));
            if (document.isPresent()) {
                String name = Json.read(web.send(WebRequest.get(document.get())).body())
                        .path("software")
                        .path("name")
                        .asText();
                return Optional.of(name.toLowerCase(Locale.ROOT)).filter(told -> !told.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The domain of a server's accounts, by its own word; empty when it does not speak this API. */
    private Optional<String> domainOf(URI base) throws WebException {
        String domain = Json.read(web.send(WebRequest.get(URI.create(base + "/api/v2/instance")))
                        .body())
                .path("domain")
                .asText();
        if (!domain.isEmpty()) {
            return Optional.of(domain);
        }
        String uri = Json.read(web.send(WebRequest.get(URI.create(base + "/api/v1/instance")))
                        .body())
                .path("uri")
                .asText();
        return uri.isEmpty() ? Optional.empty() : Optional.of(uri.replaceFirst("^https?://", ""));
    }

    /** The actor that a domain names for an address (WebFinger). */
    Optional<URI> actorOf(String acct, String domain) throws WebException {
        URI uri = URI.create(guard.baseOf(domain) + "/.well-known/webfinger?"
                + WebRequest.encode(Map.of("resource", "acct:" + acct)));
        for (JsonNode link : Json.read(web.send(WebRequest.get(uri)).body()).path("links")) {
            if (link.path("rel").asText().equals("self")
                    && link.path("type").asText().contains("json")) {
                return readable(link.path("href").asText());
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> readable(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Our registration there, for somebody who comes back: it is the one they left with. */
    Optional<MastodonClient> registeredAt(URI base) {
        return clients.at(base.getRawAuthority()).map(client -> MastodonClient.of(client.clientSecret()));
    }

    /** Servers have dropped registrations. Asked before a person is sent there: to them it would be an error without a way back. */
    private boolean isStillKnown(MastodonServer server, MastodonClient client) throws WebException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client.clientId());
        form.put("client_secret", client.clientSecret());
        form.put("redirect_uri", settings.redirectUri().toString());
        WebResponse answer = web.send(WebRequest.postForm(server.token(), form));
        return !Json.read(answer.body()).path("error").asText().equals("invalid_client");
    }

    /** Our registration there, made at the first need. */
    MastodonClient clientAt(MastodonServer server) throws LinkRefusedException, WebException {
        String host = server.base().getRawAuthority();
        Optional<MastodonClient> known = clients.at(host).map(client -> MastodonClient.of(client.clientSecret()));
        if (known.isPresent() && isStillKnown(server, known.get())) {
            return known.get();
        }
        if (known.isPresent()) {
            clients.forget(host);
        }
        WebResponse answer = register(server, server.wantedScopes());
        List<String> scopes = server.wantedScopes();
        if (answer.status() == 422 || answer.status() == 400) {
            scopes = MastodonServer.broadScopes();
            answer = register(server, scopes);
        }
        JsonNode body = Json.read(answer.body());
        if (!answer.isSuccess() || !body.path("client_id").isTextual()) {
            boolean away = answer.status() >= 500 || answer.status() == 429;
            throw new LinkRefusedException(away ? LinkRefusal.NETWORK_UNREACHABLE : LinkRefusal.SERVER_NOT_SUPPORTED);
        }
        MastodonClient client = new MastodonClient(
                body.path("client_id").asText(), body.path("client_secret").asText(), scopes);
        ServerClient standing = clients.keep(new ServerClient(host, client.clientId(), client.secret()));
        return MastodonClient.of(standing.clientSecret());
    }

    private WebResponse register(MastodonServer server, List<String> scopes) throws WebException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_name", "Essaim");
        form.put("redirect_uris", settings.redirectUri().toString());
        form.put("scopes", String.join(" ", scopes));
        form.put("website", settings.website().toString());
        return web.send(WebRequest.postForm(URI.create(server.base() + "/api/v1/apps"), form));
    }

    void forget(URI base) {
        remembered.forget(base);
        clients.forget(base.getRawAuthority());
    }
}
