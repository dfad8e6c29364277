package org.essaim.testing.mastodon.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Edge;
import org.essaim.testing.mastodon.state.Graph;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.web.Html;

/** Accounts and relationships as JSON, as one instance shows them. */
public final class AccountJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Instance instance;

    public AccountJson(Instance instance) {
        this.instance = instance;
    }

    public ArrayNode accounts(Collection<Actor> actors) {
        ArrayNode all = JSON.arrayNode();
        actors.forEach(actor -> all.add(account(actor)));
        return all;
    }

    public ObjectNode account(Actor actor) {
        ObjectNode json = shallow(actor);
        actor.movedTo().ifPresent(target -> json.set("moved", shallow(target)));
        return json;
    }

    /** The account with what only its own person sees. */
    public ObjectNode credentials(Actor actor) {
        ObjectNode json = account(actor);
        ObjectNode source = json.putObject("source");
        source.put("privacy", "public")
                .put("sensitive", false)
                .putNull("language")
                .put("note", actor.profile().note());
        source.set("fields", fields(actor, false));
        source.put("follow_requests_count", instance.graph().requestsTo(actor).size());
        hides(source, actor);
        discoverable(source, actor);
        source.put("indexable", false);
        source.putArray("attribution_domains");
        source.put("quote_policy", "public");
        json.putObject("role")
                .put("id", "-99")
                .put("name", "")
                .put("permissions", "65536")
                .put("color", "")
                .put("highlighted", false)
                .put("collection_limit", 10);
        return json;
    }

    public ObjectNode relationship(Actor viewer, Actor other) {
        Graph graph = instance.graph();
        Optional<Edge> follow = graph.following(viewer, other).or(() -> graph.requested(viewer, other));
        boolean following = graph.following(viewer, other).isPresent();
        Optional<Edge> mute = graph.muting(viewer, other, instance.now());
        ObjectNode json = JSON.objectNode();
        json.put("id", instance.know(other))
                .put("following", following)
                .put("showing_reblogs", follow.map(Edge::reblogs).orElse(false))
                .put("notifying", follow.map(Edge::notifies).orElse(false))
                .putNull("languages")
                .put("followed_by", graph.following(other, viewer).isPresent())
                .put("blocking", graph.blocking(viewer, other))
                .put("blocked_by", graph.blocking(other, viewer))
                .put("muting", mute.isPresent())
                .put("muting_notifications", mute.map(Edge::notifies).orElse(false))
                .put(
                        "muting_expires_at",
                        mute.flatMap(graph::muteEnd).map(Instant::toString).orElse(null))
                .put("requested", graph.requested(viewer, other).isPresent())
                .put("requested_by", graph.requested(other, viewer).isPresent())
                .put("domain_blocking", viewer.blockedDomains().contains(other.domain()))
                .put("endorsed", false)
                .put("note", "");
        return json;
    }

    private ObjectNode shallow(Actor actor) {
        boolean suspended = actor.standing() == Actor.Standing.SUSPENDED;
        String local = instance.isLocal(actor) ? actor.username() : actor.address();
        ObjectNode json = JSON.objectNode();
        json.put("id", instance.know(actor)).put("username", actor.username()).put("acct", local);
        json.put("display_name", suspended ? "" : actor.profile().displayName());
        json.put("locked", actor.profile().locked()).put("bot", actor.profile().bot());
        discoverable(json, actor);
        json.put("indexable", false).put("group", false).put("created_at", MILLIS.format(actor.createdAt()));
        json.put("note", suspended ? "" : paragraph(actor.profile().note()));
        json.put("url", actor.url().toString()).put("uri", actor.uri().toString());
        images(json);
        json.put("followers_count", instance.graph().followersCount(actor))
                .put("following_count", instance.graph().followingCount(actor))
                .put("statuses_count", 1)
                .put(
                        "last_status_at",
                        instance.now().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10));
        hides(json, actor);
        json.put("show_media", true)
                .put("show_media_replies", true)
                .put("show_featured", true)
                .put("noindex", false);
        featureApproval(json, actor);
        if (suspended) {
            json.put("suspended", true);
        }
        json.putArray("emojis");
        json.putArray("roles");
        json.set("fields", suspended ? JSON.arrayNode() : fields(actor, true));
        return json;
    }

    private void images(ObjectNode json) {
        for (String kind : new String[] {"avatar", "header"}) {
            String missing = instance.base()
                    .resolve("/" + kind + "s/original/missing.png")
                    .toString();
            json.put(kind, missing).put(kind + "_static", missing).put(kind + "_description", "");
        }
    }

    private static void featureApproval(ObjectNode json, Actor actor) {
        ObjectNode approval = json.putObject("feature_approval");
        ArrayNode automatic = approval.putArray("automatic");
        approval.putArray("manual");
        if (actor.profile().discoverable()) {
            automatic.add("public");
        }
        approval.put("current_user", actor.profile().discoverable() ? "automatic" : "denied");
    }

    private static ArrayNode fields(Actor actor, boolean rendered) {
        ArrayNode fields = JSON.arrayNode();
        actor.profile()
                .fields()
                .forEach(field -> fields.addObject()
                        .put("name", field.name())
                        .put("value", rendered ? Html.escape(field.value()) : field.value())
                        .putNull("verified_at"));
        return fields;
    }

    private static void hides(ObjectNode json, Actor actor) {
        json.put("hide_collections", actor.profile().hidesCollections() ? Boolean.TRUE : null);
    }

    private static void discoverable(ObjectNode json, Actor actor) {
        json.put("discoverable", actor.profile().discoverable() ? Boolean.TRUE : null);
    }

    private static String paragraph(String note) {
        return note.isEmpty() ? "" : "<p>" + Html.escape(note) + "</p>";
    }
}
