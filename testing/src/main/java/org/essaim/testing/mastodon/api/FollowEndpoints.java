package org.essaim.testing.mastodon.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.essaim.testing.mastodon.routing.Access;
import org.essaim.testing.mastodon.routing.Call;
import org.essaim.testing.mastodon.routing.Pages;
import org.essaim.testing.mastodon.routing.Refusal;
import org.essaim.testing.mastodon.routing.Router;
import org.essaim.testing.mastodon.state.Actor;
import org.essaim.testing.mastodon.state.Edge;
import org.essaim.testing.mastodon.state.Graph;
import org.essaim.testing.mastodon.state.Instance;
import org.essaim.testing.web.WebResponse;

/** Following and what is around it: requests, blocks, mutes. */
public final class FollowEndpoints {

    private static final int PAGE = 40;

    private final Instance instance;
    private final AccountJson json;
    private final RequestLimits limits;

    public FollowEndpoints(Instance instance, AccountJson json, RequestLimits limits) {
        this.instance = instance;
        this.json = json;
        this.limits = limits;
    }

    public void declare(Router router) {
        Access follows = Access.person("follow", "write", "write:follows");
        Access blocks = Access.person("follow", "write", "write:blocks");
        Access mutes = Access.person("follow", "write", "write:mutes");
        String account = "/api/v1/accounts/:id";
        router.on("POST", account + "/follow", follows, this::follow)
                .on("POST", account + "/unfollow", follows, this::unfollow)
                .on("POST", account + "/remove_from_followers", follows, this::removeFollower)
                .on("POST", account + "/block", blocks, this::block)
                .on("POST", account + "/unblock", blocks, this::unblock)
                .on("POST", account + "/mute", mutes, this::mute)
                .on("POST", account + "/unmute", mutes, this::unmute)
                .on("GET", "/api/v1/follow_requests", Access.person("follow", "read", "read:follows"), this::requests)
                .on("POST", "/api/v1/follow_requests/:id/authorize", follows, call -> answerRequest(call, true))
                .on("POST", "/api/v1/follow_requests/:id/reject", follows, call -> answerRequest(call, false));
    }

    private WebResponse follow(Call call) {
        Actor person = call.person();
        Actor target = target(call);
        if (person.equals(target)) {
            throw Refusal.of(403, "Following your own account is not allowed");
        }
        if (!target.available()) {
            throw Refusal.notFound();
        }
        if (isForbidden(person, target)) {
            throw Refusal.notPermitted();
        }
        Graph graph = instance.graph();
        Optional<Edge> before = graph.following(person, target).or(() -> graph.requested(person, target));
        if (before.isEmpty()) {
            checkLimits(person);
        }
        boolean reblogs = flag(call, "reblogs", before.map(Edge::reblogs).orElse(true));
        boolean notifies = flag(call, "notify", before.map(Edge::notifies).orElse(false));
        if (graph.following(person, target).isPresent()) {
            graph.follow(person, target, reblogs, notifies);
        } else {
            graph.request(person, target, reblogs, notifies);
            if (before.isEmpty()) {
                instance.deliverFollow(person, target);
            }
        }
        ObjectNode relationship = json.relationship(person, target);
        return WebResponse.json(
                200, target.profile().locked() ? relationship : optimistic(relationship, reblogs, notifies));
    }

    /** What the API says at once about an account that is not locked, whatever its home server will answer. */
    private static ObjectNode optimistic(ObjectNode relationship, boolean reblogs, boolean notifies) {
        return relationship
                .put("following", true)
                .put("requested", false)
                .put("showing_reblogs", reblogs)
                .put("notifying", notifies);
    }

    private boolean isForbidden(Actor person, Actor target) {
        Graph graph = instance.graph();
        return target.movedTo().isPresent()
                || graph.blocking(target, person)
                || graph.blocking(person, target)
                || person.blockedDomains().contains(target.domain());
    }

    private void checkLimits(Actor person) {
        int following = instance.graph().followingCount(person);
        int most = limits.mostFollowed(following, instance.graph().followersCount(person));
        if (following >= most) {
            throw Refusal.invalid("You cannot follow more than " + most + " people");
        }
        limits.countFollow(person);
    }

    private WebResponse unfollow(Call call) {
        instance.graph().unfollow(call.person(), target(call));
        return relationship(call);
    }

    private WebResponse removeFollower(Call call) {
        instance.graph().unfollow(target(call), call.person());
        return relationship(call);
    }

    private WebResponse block(Call call) {
        instance.graph().block(call.person(), target(call));
        return relationship(call);
    }

    private WebResponse unblock(Call call) {
        instance.graph().unblock(call.person(), target(call));
        return relationship(call);
    }

    private WebResponse mute(Call call) {
        Optional<Instant> until = call.parameters()
                .one("duration")
                .map(Long::parseLong)
                .filter(seconds -> seconds > 0)
                .map(instance.now()::plusSeconds);
        instance.graph().mute(call.person(), target(call), flag(call, "notifications", true), until);
        return relationship(call);
    }

    private WebResponse unmute(Call call) {
        instance.graph().unmute(call.person(), target(call));
        return relationship(call);
    }

    private WebResponse requests(Call call) {
        return Pages.of(call, instance.graph().requestsTo(call.person()), PAGE)
                .answer(instance.base(), edge -> json.account(edge.from()));
    }

    private WebResponse answerRequest(Call call, boolean accepted) {
        Actor asking = target(call);
        if (instance.graph().requested(asking, call.person()).isEmpty()) {
            throw Refusal.notFound();
        }
        if (accepted) {
            instance.graph().accept(asking, call.person());
        } else {
            instance.graph().unfollow(asking, call.person());
        }
        return relationship(call);
    }

    private WebResponse relationship(Call call) {
        return WebResponse.json(200, json.relationship(call.person(), target(call)));
    }

    private Actor target(Call call) {
        return instance.byId(call.variable()).orElseThrow(Refusal::notFound);
    }

    private static boolean flag(Call call, String name, boolean otherwise) {
        return call.parameters().one(name).isPresent() ? call.parameters().flag(name) : otherwise;
    }
}
