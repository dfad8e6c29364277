package org.essaim.testing.mastodon.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.web.Html;
import org.essaim.testing.web.WebResponse;

/** What other servers read: WebFinger and actor documents. */
public final class FederationEndpoints {

    private static final String ACTIVITY = "application/activity+json; charset=utf-8";

    private final Instance instance;
    private final AccountJson json;

    public FederationEndpoints(Instance instance, AccountJson json) {
        this.instance = instance;
        this.json = json;
    }

    public void declare(Router router) {
        router.on("GET", "/.well-known/webfinger", Access.anyone(), this::webfinger)
                .on("GET", "/ap/users/:id", Access.anyone(), this::byId)
                .on("GET", "/users/:name", Access.anyone(), this::byName)
                .on("GET", "/@:name", Access.anyone(), this::profile);
    }

    private WebResponse webfinger(Call call) {
        String resource = call.parameters().one("resource").orElse("");
        Optional<Actor> actor = resource.startsWith("acct:")
                ? instance.known(resource.substring("acct:".length()))
                : instance.locals().stream()
                        .filter(local -> local.url().toString().equals(resource)
                                || local.uri().toString().equals(resource))
                        .findFirst();
        Actor found = actor.filter(instance::isLocal).orElseThrow(Refusal::notFound);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("subject", "acct:" + found.address());
        body.putArray("aliases").add(found.url().toString()).add(found.uri().toString());
        body.putArray("links")
                .add(link(
                        "http://webfinger.net/rel/profile-page",
                        "text/html",
                        found.url().toString()))
                .add(link("self", "application/activity+json", found.uri().toString()));
        return WebResponse.of(found.available() ? 200 : 410, "application/jrd+json; charset=utf-8", body.toString());
    }

    private static ObjectNode link(String relation, String type, String href) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("rel", relation)
                .put("type", type)
                .put("href", href);
    }

    private WebResponse byId(Call call) {
        return document(instance.byId(call.variable()));
    }

    private WebResponse byName(Call call) {
        return document(instance.local(call.variable()));
    }

    private WebResponse profile(Call call) {
        Optional<Actor> actor = instance.local(call.variable());
        if (call.request().header("Accept").orElse("").contains("json")) {
            return document(actor);
        }
        Actor found = actor.orElseThrow(Refusal::notFound);
        return WebResponse.html(
                200, "<!DOCTYPE html><title>" + Html.escape(found.profile().displayName()) + "</title>");
    }

    private WebResponse document(Optional<Actor> actor) {
        Actor found = actor.filter(instance::isLocal).orElseThrow(Refusal::notFound);
        if (!found.available()) {
            throw Refusal.of(410, "Gone");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("@context").add("https://www.w3.org/ns/activitystreams");
        body.put("id", found.uri().toString())
                .put("type", found.profile().bot() ? "Service" : "Person")
                .put("inbox", found.uri() + "/inbox")
                .put("outbox", found.uri() + "/outbox")
                .put("followers", found.uri() + "/followers")
                .put("following", found.uri() + "/following")
                .put("preferredUsername", found.username())
                .put("name", found.profile().displayName())
                .put("summary", json.account(found).path("note").asText())
                .put("url", found.url().toString())
                .put("manuallyApprovesFollowers", found.profile().locked())
                .put("discoverable", found.profile().discoverable())
                .put("published", found.createdAt().toString());
        body.putArray("alsoKnownAs");
        found.movedTo().ifPresent(target -> body.put("movedTo", target.uri().toString()));
        return WebResponse.of(200, ACTIVITY, body.toString());
    }
}
