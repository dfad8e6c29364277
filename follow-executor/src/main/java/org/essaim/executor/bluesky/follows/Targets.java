package org.essaim.executor.bluesky.follows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.bluesky.identity.DidDocument;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.following.Look;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;

/** Whether a target can be followed. A PDS would take a follow of anyone, dead or unwilling: so this is asked first. */
public final class Targets {

    /** How many others {@code getRelationships} compares at once. */
    private static final int MOST_OTHERS = 30;

    /** How many targets are asked about at once. */
    private static final int AT_ONCE = 8;

    private static final Set<String> GONE = Set.of("RepoNotFound", "RepoTakendown", "RepoSuspended");

    private static final Set<String> SLEEPING = Set.of("deactivated", "RepoDeactivated");

    private final Web web;
    private final Identities identities;
    private final BlueskySettings settings;

    public Targets(Web web, Identities identities, BlueskySettings settings) {
        this.web = web;
        this.identities = identities;
        this.settings = settings;
    }

    /**
     * Asks the targets' own identities and servers, some at once: they are many servers, and each answers in its own time.
     *
     * @param looks takes what was answered, also when a halt comes in between
     */
    void stand(List<String> targets, Allowance allowance, Map<String, Look> looks) throws HaltException {
        Map<String, Future<Look>> asked = new LinkedHashMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            targets.forEach(target -> asked.put(target, threads.submit(() -> stand(target, allowance))));
        }
        Optional<HaltException> halt = Optional.empty();
        for (Map.Entry<String, Future<Look>> one : asked.entrySet()) {
            Future<Look> answer = one.getValue();
            switch (answer.state()) {
                case SUCCESS -> looks.put(one.getKey(), answer.resultNow());
                case FAILED, CANCELLED, RUNNING -> halt = Optional.of(halted(answer));
            }
        }
        if (halt.isPresent()) {
            throw halt.get();
        }
    }

    private static HaltException halted(Future<Look> answer) {
        Throwable cause = answer.exceptionNow();
        if (cause instanceof HaltException halt) {
            return halt;
        }
        throw new IllegalStateException("a target was not looked at", cause);
    }

    /** A trouble there concerns this target only. */
    private Look stand(String target, Allowance allowance) throws HaltException {
        try {
            allowance.forRead(identities.documentOf(target).getRawAuthority());
            Optional<DidDocument> identity = identities.byDid(target);
            if (identity.isEmpty()) {
                return Look.Barred.refused(Reason.TARGET_GONE);
            }
            URI pds = identity.get().pds();
            allowance.forRead(pds.getRawAuthority());
            return status(web.send(WebRequest.get(URI.create(
                    pds + "/xrpc/com.atproto.sync.getRepoStatus?" + WebRequest.encode(Map.of("did", target))))));
        } catch (WebException e) {
            return new Look.Unclear();
        }
    }

    private static Look status(WebResponse response) {
        JsonNode body = Json.read(response.body());
        String word = body.path(response.isSuccess() ? "status" : "error").asText();
        if (SLEEPING.contains(word)) {
            return new Look.Dormant();
        }
        if (response.isSuccess() && body.path("active").isBoolean()) {
            return body.path("active").asBoolean() ? new Look.Clear() : Look.Barred.refused(Reason.TARGET_GONE);
        }
        return response.status() == 400 && GONE.contains(word)
                ? Look.Barred.refused(Reason.TARGET_GONE)
                : new Look.Unclear();
    }

    /** How many follow the account, where an AppView tells. */
    Crowd crowd(String did, long following, Allowance allowance) throws HaltException {
        if (settings.appview().isEmpty()) {
            return Crowd.UNKNOWN;
        }
        URI appview = settings.appview().get();
        allowance.forRead(appview.getRawAuthority());
        try {
            JsonNode profile = Json.read(web.send(WebRequest.get(URI.create(
                            appview + "/xrpc/app.bsky.actor.getProfile?" + WebRequest.encode(Map.of("actor", did)))))
                    .body());
            JsonNode followers = profile.path("followersCount");
            return followers.isIntegralNumber() ? new Crowd(following, followers.asLong()) : Crowd.UNKNOWN;
        } catch (WebException e) {
            return Crowd.UNKNOWN;
        }
    }

    /** Who of these blocks whom, where an AppView tells; it is a courtesy, so its silence stops nothing. */
    public Map<String, Look> blocks(String actor, List<String> targets, Allowance allowance) throws HaltException {
        Map<String, Look> barred = new HashMap<>();
        if (settings.appview().isEmpty()) {
            return barred;
        }
        URI appview = settings.appview().get();
        for (int from = 0; from < targets.size(); from += MOST_OTHERS) {
            List<String> some = targets.subList(from, Math.min(from + MOST_OTHERS, targets.size()));
            allowance.forRead(appview.getRawAuthority());
            try {
                relationships(appview, actor, some, allowance)
                        .forEach(node -> blocked(node)
                                .ifPresent(look -> barred.put(node.path("did").asText(), look)));
            } catch (WebException e) {
                return barred;
            }
        }
        return barred;
    }

    private Set<JsonNode> relationships(URI appview, String actor, List<String> others, Allowance allowance)
            throws WebException, HaltException {
        StringBuilder query = new StringBuilder(WebRequest.encode(Map.of("actor", actor)));
        others.forEach(other -> query.append('&').append(WebRequest.encode(Map.of("others", other))));
        WebResponse response =
                web.send(WebRequest.get(URI.create(appview + "/xrpc/app.bsky.graph.getRelationships?" + query)));
        allowance.heedRead(response);
        Set<JsonNode> nodes = new HashSet<>();
        Json.read(response.body()).path("relationships").forEach(nodes::add);
        return nodes;
    }

    private static Optional<Look> blocked(JsonNode relationship) {
        if (relationship.hasNonNull("blocking") || relationship.hasNonNull("blockingByList")) {
            return Optional.of(Look.Barred.needsPerson(Reason.BLOCKED_BY_ONESELF));
        }
        return relationship.hasNonNull("blockedBy") || relationship.hasNonNull("blockedByList")
                ? Optional.of(Look.Barred.refused(Reason.TARGET_BLOCKS))
                : Optional.empty();
    }
}
