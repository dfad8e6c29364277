package org.essaim.testing.mastodon.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Grants;
import org.essaim.testing.mastodon.state.Grants.App;
import org.essaim.testing.mastodon.state.Grants.Code;
import org.essaim.testing.mastodon.state.Grants.Token;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.Parameters;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** Registering an app, and what an app does with codes and tokens. */
public final class OauthEndpoints {

    private static final String VAPID =
            "BAhxXyHfAoMqrZECjRI56F5QrE4ynVlkZFMdKSpTIsWRNoWUVgut-Bnz2xsMSwiN4AF0b4I7ixF24OwiicOJivw=";

    private final Instance instance;
    private final Grants grants;
    private final Release release;

    public OauthEndpoints(Instance instance, Release release) {
        this.instance = instance;
        this.grants = instance.grants();
        this.release = release;
    }

    public void declare(Router router) {
        router.on("POST", "/api/v1/apps", Access.anyone(), this::register)
                .on("GET", "/api/v1/apps/verify_credentials", Access.token(), this::verifyApp)
                .on("POST", "/oauth/token", Access.anyone(), this::token)
                .on("POST", "/oauth/revoke", Access.anyone(), this::revoke);
        if (release.hasUserinfo()) {
            router.on("GET", "/oauth/userinfo", Access.person("profile"), this::userinfo);
        }
    }

    private WebResponse register(Call call) {
        Parameters sent = call.parameters();
        String name = sent.one("client_name").orElse("");
        List<String> redirects = sent.all("redirect_uris").stream()
                .flatMap(value -> Stream.of(value.strip().split("\\s+")))
                .filter(value -> !value.isEmpty())
                .toList();
        List<String> scopes = Scopes.parse(sent.one("scopes").orElse("read"));
        if (name.isBlank()) {
            throw Refusal.invalid("Application name can't be blank");
        }
        if (redirects.isEmpty()) {
            throw Refusal.invalid("Redirect URI can't be blank");
        }
        if (!Scopes.areKnown(scopes)) {
            throw Refusal.invalid("Scopes doesn't match configured on the server.");
        }
        Optional<String> website = sent.one("website").filter(value -> !value.isBlank());
        App app = grants.register(name, website, redirects, scopes);
        return WebResponse.json(
                200,
                describe(app)
                        .put("client_id", app.clientId())
                        .put("client_secret", app.clientSecret())
                        .put("client_secret_expires_at", 0));
    }

    private WebResponse verifyApp(Call call) {
        return WebResponse.json(200, describe(call.token().orElseThrow().app()));
    }

    private static ObjectNode describe(App app) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", app.id())
                .put("name", app.name())
                .put("website", app.website().orElse(null));
        app.scopes().forEach(json.putArray("scopes")::add);
        app.redirectUris().forEach(json.putArray("redirect_uris")::add);
        return json.put("vapid_key", VAPID).put("redirect_uri", String.join("\n", app.redirectUris()));
    }

    private WebResponse token(Call call) {
        App app = client(call.request());
        Parameters sent = call.parameters();
        return switch (sent.one("grant_type").orElse("")) {
            case "authorization_code" -> granted(byCode(app, sent));
            case "client_credentials" -> granted(grants.grant(app, Optional.empty(), scopes(app, sent)));
            case "password" -> granted(byPassword(app, sent));
            default ->
                throw Refusal.oauth(
                        400,
                        "unsupported_grant_type",
                        "The authorization grant type is not supported by the authorization server.");
        };
    }

    private Token byCode(App app, Parameters sent) {
        Optional<String> verifier = sent.one("code_verifier");
        Code code = sent.one("code")
                .flatMap(value ->
                        grants.redeem(value, app, sent.one("redirect_uri").orElse(""), verifier))
                .orElseThrow(OauthEndpoints::invalidGrant);
        return grants.grant(app, Optional.of(code.owner()), code.scopes());
    }

    private Token byPassword(App app, Parameters sent) {
        if (!release.hasPasswordGrant()) {
            throw Refusal.oauth(
                    400,
                    "unsupported_grant_type",
                    "The authorization grant type is not supported by the authorization server.");
        }
        Actor person = sent.one("username")
                .flatMap(name -> instance.local(name.split("@", 2)[0]))
                .filter(actor ->
                        sent.one("password").filter(actor.password()::equals).isPresent())
                .orElseThrow(OauthEndpoints::invalidGrant);
        return grants.grant(app, Optional.of(person), scopes(app, sent));
    }

    private static List<String> scopes(App app, Parameters sent) {
        List<String> asked = Scopes.parse(sent.one("scope").orElse("read"));
        if (!Scopes.cover(app.scopes(), asked)) {
            throw Refusal.oauth(400, "invalid_scope", "The requested scope is invalid, unknown, or malformed.");
        }
        return asked;
    }

    private static WebResponse granted(Token token) {
        return WebResponse.json(
                        200,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("access_token", token.value())
                                .put("token_type", "Bearer")
                                .put("scope", String.join(" ", token.scopes()))
                                .put("created_at", token.createdAt().getEpochSecond()))
                .with("Cache-Control", "no-store");
    }

    private WebResponse revoke(Call call) {
        Optional<Token> token = call.parameters().one("token").flatMap(grants::token);
        if (token.isPresent()) {
            App app = knownClient(call.request()).orElseThrow(OauthEndpoints::notYours);
            if (!token.get().app().equals(app)) {
                throw notYours();
            }
            grants.revoke(token.get().value());
        }
        return WebResponse.json(200, "{}");
    }

    private WebResponse userinfo(Call call) {
        Actor person = call.person();
        return WebResponse.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("iss", instance.base() + "/")
                        .put("sub", person.uri().toString())
                        .put("name", person.profile().displayName())
                        .put("preferred_username", person.username())
                        .put("profile", person.url().toString())
                        .put(
                                "picture",
                                instance.base()
                                        .resolve("/avatars/original/missing.png")
                                        .toString()));
    }

    private App client(WebRequest request) {
        return knownClient(request)
                .orElseThrow(() -> Refusal.oauth(
                        401,
                        "invalid_client",
                        "Client authentication failed due to unknown client, no client authentication included, or"
                                + " unsupported authentication method."));
    }

    private Optional<App> knownClient(WebRequest request) {
        Parameters sent = request.parameters();
        String id = request.basic()
                .map(List::getFirst)
                .or(() -> sent.one("client_id"))
                .orElse("");
        String secret = request.basic()
                .map(List::getLast)
                .or(() -> sent.one("client_secret"))
                .orElse("");
        return grants.app(id).filter(app -> app.clientSecret().equals(secret));
    }

    private static Refusal invalidGrant() {
        return Refusal.oauth(
                400,
                "invalid_grant",
                "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used"
                        + " in the authorization request, or was issued to another client.");
    }

    private static Refusal notYours() {
        return Refusal.oauth(403, "unauthorized_client", "You are not authorized to revoke this token");
    }
}
