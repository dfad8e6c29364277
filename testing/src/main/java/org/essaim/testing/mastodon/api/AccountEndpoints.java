package org.essaim.testing.mastodon.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Pages;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Edge;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.web.WebResponse;

/** Reading accounts: by id, by address, by search, and who follows whom. */
public final class AccountEndpoints {

    private static final int PAGE = 40;
    private static final int SEARCH_PAGE = 20;

    private final Instance instance;
    private final AccountJson json;

    public AccountEndpoints(Instance instance, AccountJson json) {
        this.instance = instance;
        this.json = json;
    }

    public void declare(Router router) {
        Access read = Access.anyone("read", "read:accounts");
        String accounts = "/api/v1/accounts";
        router.on(
                        "GET",
                        accounts + "/verify_credentials",
                        Access.person("profile", "read", "read:accounts"),
                        this::self)
                .on("GET", accounts + "/lookup", read, this::lookup)
                .on("GET", accounts + "/search", Access.person("read", "read:accounts"), this::search)
                .on("GET", accounts + "/relationships", Access.person("read", "read:follows"), this::relationships)
                .on("GET", accounts + "/:id", read, this::show)
                .on("GET", accounts + "/:id/following", read, call -> page(call, "following"))
                .on("GET", accounts + "/:id/followers", read, call -> page(call, "followers"))
                .on("GET", "/api/v2/search", Access.anyone("read", "read:search"), this::searchAll);
    }

    private WebResponse self(Call call) {
        return WebResponse.json(200, json.credentials(call.person()));
    }

    private WebResponse show(Call call) {
        return WebResponse.json(200, json.account(byId(call)));
    }

    private WebResponse lookup(Call call) {
        Actor found = call.parameters()
                .one("acct")
                .flatMap(instance::known)
                .filter(Actor::available)
                .orElseThrow(Refusal::notFound);
        return WebResponse.json(200, json.account(found));
    }

    private WebResponse search(Call call) {
        return WebResponse.json(200, json.accounts(found(call, PAGE)));
    }

    private WebResponse searchAll(Call call) {
        if (call.viewer().isEmpty() && call.parameters().flag("resolve")) {
            throw Refusal.of(
                    401, "Search queries that resolve remote resources are not supported without authentication");
        }
        boolean wanted = call.parameters().one("type").map("accounts"::equals).orElse(true);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("accounts", wanted ? json.accounts(found(call, SEARCH_PAGE)) : JsonNodeFactory.instance.arrayNode());
        all.putArray("statuses");
        all.putArray("hashtags");
        all.putArray("collections");
        return WebResponse.json(200, all);
    }

    /** The exact account first, then others that a looser reading finds: so one hit is not always the one asked for. */
    private List<Actor> found(Call call, int usual) {
        String query = call.parameters().one("q").orElse("").strip().replaceFirst("^@", "");
        if (query.isEmpty()) {
            return List.of();
        }
        Optional<Actor> exact =
                query.contains("@") ? exact(query, call.parameters().flag("resolve")) : Optional.empty();
        Set<Actor> all = new LinkedHashSet<>();
        exact.ifPresent(all::add);
        all.addAll(instance.matching(query.split("@", 2)[0]));
        boolean onlyFollowed = call.parameters().flag("following");
        return all.stream()
                .filter(actor -> !onlyFollowed
                        || call.viewer()
                                .flatMap(viewer -> instance.graph().following(viewer, actor))
                                .isPresent())
                .limit(call.limit(usual))
                .toList();
    }

    private Optional<Actor> exact(String query, boolean resolve) {
        try {
            return (resolve ? instance.resolve(query) : instance.known(query)).filter(Actor::available);
        } catch (Instance.Unreachable e) {
            throw Refusal.of(503, "Remote data could not be fetched");
        }
    }

    private WebResponse relationships(Call call) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        boolean withSuspended = call.parameters().flag("with_suspended");
        call.parameters().all("id").stream()
                .distinct()
                .flatMap(id -> instance.byId(id).stream())
                .filter(actor -> withSuspended || actor.available())
                .forEach(actor -> all.add(json.relationship(call.person(), actor)));
        return WebResponse.json(200, all);
    }

    private WebResponse page(Call call, String direction) {
        Actor actor = byId(call);
        boolean following = direction.equals("following");
        boolean hidden = !actor.available()
                || (actor.profile().hidesCollections()
                        && call.viewer().filter(actor::equals).isEmpty());
        List<Edge> edges = hidden
                ? List.of()
                : following
                        ? instance.graph().followsFrom(actor)
                        : instance.graph().followsTo(actor);
        Function<Edge, Actor> end = following ? Edge::to : Edge::from;
        Stream<Edge> visible = edges.stream().filter(edge -> end.apply(edge).available());
        return Pages.of(call, new ArrayList<>(visible.toList()), PAGE)
                .answer(instance.base(), edge -> json.account(end.apply(edge)));
    }

    private Actor byId(Call call) {
        return instance.byId(call.variable()).orElseThrow(Refusal::notFound);
    }
}
