package org.essaim.testing.mastodon.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.essaim.testing.mastodon.api.AccountJson;
import org.essaim.testing.mastodon.oauth.Scopes;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Edge;
import org.essaim.testing.mastodon.state.Grants;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** What tests and the demo arrange and ask, under {@code /_control/}: no token, no limits, never part of a Mastodon. */
public final class ControlEndpoints {

    private final Instance instance;
    private final AccountJson json;
    private final Faults faults;
    private final RequestLog log;
    private final Router router = new Router();

    public ControlEndpoints(Instance instance, AccountJson json, Faults faults, RequestLog log) {
        this.instance = instance;
        this.json = json;
        this.faults = faults;
        this.log = log;
        Access all = Access.anyone();
        String account = "/_control/accounts/:name";
        router.on("POST", "/_control/accounts", all, this::create)
                .on("POST", account, all, this::change)
                .on("GET", account + "/following", all, call -> addresses(graphOf(call, true), true))
                .on("GET", account + "/followers", all, call -> addresses(graphOf(call, false), false))
                .on(
                        "GET",
                        account + "/requests",
                        all,
                        call -> addresses(instance.graph().requestsFrom(named(call)), true))
                .on("POST", account + "/follows", all, this::follow)
                .on("POST", account + "/blocks", all, this::block)
                .on("POST", account + "/domain_blocks", all, this::blockDomain)
                .on("POST", account + "/accepts", all, this::accept)
                .on("POST", account + "/tokens", all, this::issueToken)
                .on("DELETE", account + "/tokens", all, this::revokeTokens)
                .on("POST", "/_control/federation", all, this::federate)
                .on("POST", "/_control/faults", all, this::fail)
                .on("GET", "/_control/faults", all, call -> WebResponse.json(200, Integer.toString(faults.count())))
                .on("DELETE", "/_control/faults", all, this::heal)
                .on("GET", "/_control/requests", all, call -> requests());
    }

    public WebResponse answer(WebRequest request) {
        try {
            Router.Found found = router.find(request).orElseThrow(Refusal::notFound);
            return found.route().action().apply(new Call(request, found.variables(), Optional.empty()));
        } catch (Refusal refused) {
            return refused.response();
        } catch (IllegalArgumentException e) {
            return Refusal.of(422, String.valueOf(e.getMessage())).response();
        }
    }

    private WebResponse create(Call call) {
        JsonNode body = call.request().json();
        List<Actor.Field> fields = new ArrayList<>();
        body.path("fields")
                .properties()
                .forEach(field -> fields.add(
                        new Actor.Field(field.getKey(), field.getValue().asText())));
        Actor.Profile profile = new Actor.Profile(
                body.path("displayName").asText(""),
                body.path("note").asText(""),
                body.path("locked").asBoolean(false),
                body.path("bot").asBoolean(false),
                body.path("discoverable").asBoolean(false),
                body.path("hidesCollections").asBoolean(false),
                fields);
        String username = body.path("username").asText();
        Actor actor = instance.signUp(username, body.path("password").asText("password-of-" + username), profile);
        return WebResponse.json(200, describe(actor));
    }

    private WebResponse change(Call call) {
        Actor actor = named(call);
        JsonNode body = call.request().json();
        if (body.has("locked")) {
            actor.profile(actor.profile().withLocked(body.path("locked").asBoolean()));
        }
        if (body.has("standing")) {
            actor.standing(Actor.Standing.valueOf(body.path("standing").asText().toUpperCase(Locale.ROOT)));
            if (!actor.available()) {
                instance.graph().forget(actor);
            }
        }
        if (body.has("movedTo")) {
            actor.moveTo(address(body.path("movedTo").asText()));
        }
        return WebResponse.json(200, describe(actor));
    }

    private WebResponse follow(Call call) {
        instance.graph().follow(named(call), target(call), true, false);
        return done();
    }

    private WebResponse block(Call call) {
        instance.graph().block(named(call), target(call));
        return done();
    }

    private WebResponse blockDomain(Call call) {
        named(call).blockedDomains().add(call.request().json().path("domain").asText());
        return done();
    }

    private WebResponse accept(Call call) {
        if (!instance.graph().accept(target(call), named(call))) {
            throw Refusal.notFound();
        }
        return done();
    }

    private WebResponse issueToken(Call call) {
        List<String> scopes = Scopes.parse(call.request().json().path("scopes").asText("read write follow profile"));
        Grants.App app =
                instance.grants().register("control", Optional.empty(), List.of("urn:ietf:wg:oauth:2.0:oob"), scopes);
        Grants.Token token = instance.grants().grant(app, Optional.of(named(call)), scopes);
        return WebResponse.json(200, JsonNodeFactory.instance.objectNode().put("token", token.value()));
    }

    private WebResponse revokeTokens(Call call) {
        instance.grants().revokeAll(named(call));
        return done();
    }

    private WebResponse federate(Call call) {
        JsonNode body = call.request().json();
        if (body.has("reachable")) {
            instance.reachable(body.path("reachable").asBoolean());
        }
        if (body.path("held").asBoolean(false)) {
            instance.fediverse().hold();
        } else {
            instance.fediverse().release();
        }
        return done();
    }

    private WebResponse fail(Call call) {
        JsonNode body = call.request().json();
        faults.add(Fault.of(body), body.path("times").asInt(1));
        return done();
    }

    private WebResponse heal(Call call) {
        faults.clear();
        return done();
    }

    private WebResponse requests() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        log.counts().forEach(body::put);
        return WebResponse.json(200, body);
    }

    private List<Edge> graphOf(Call call, boolean following) {
        return following
                ? instance.graph().followsFrom(named(call))
                : instance.graph().followsTo(named(call));
    }

    private static WebResponse addresses(List<Edge> edges, boolean following) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        edges.forEach(edge -> body.add((following ? edge.to() : edge.from()).address()));
        return WebResponse.json(200, body);
    }

    private ObjectNode describe(Actor actor) {
        return json.account(actor).put("address", actor.address()).put("password", actor.password());
    }

    private Actor named(Call call) {
        return instance.local(call.variable()).orElseThrow(Refusal::notFound);
    }

    private Actor target(Call call) {
        return address(call.request().json().path("account").asText());
    }

    private Actor address(String address) {
        return instance.resolve(address).orElseThrow(Refusal::notFound);
    }

    private static WebResponse done() {
        return WebResponse.json(200, "{}");
    }
}
