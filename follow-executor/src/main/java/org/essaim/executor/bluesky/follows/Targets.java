package org.essaim.executor.bluesky.follows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.HashMap;
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
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.following.Look;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.HostRestingException;
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

    private final Web looks;
    private final Identities identities;
    private final BlueskySettings settings;

    public Targets(Web looks, Identities identities, BlueskySettings settings) {
        this.looks = looks;
        this.identities = identities;
        this.settings = settings;
    }

    /**
     * Asks the targets' own identities and servers, some at once: they are many servers, and each answers in its own time.
     *
     * @param found takes what was answered
     */
    void stand(List<String> targets, Map<String, Look> found) {
        Map<String, Future<Look>> asked = new LinkedHashMap<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            targets.forEach(target -> asked.put(target, threads.submit(() -> stand(target))));
        }
        asked.forEach((target, answer) -> found.put(target, answer.resultNow()));
    }

    /** A trouble there concerns this target only. */
    private Look stand(String target) {
        try {
            Optional<DidDocument> identity = identities.byDid(target);
            if (identity.isEmpty()) {
                return Look.Barred.refused(Reason.TARGET_GONE);
            }
            return status(looks.send(WebRequest.get(URI.create(identity.get().pds()
                    + "/xrpc/com.atproto.sync.getRepoStatus?" + WebRequest.encode(Map.of("did", target))))));
        } catch (HostRestingException e) {
            return new Look.Busy(e.until());
        } catch (HostLeftOutException e) {
            return Look.Barred.refused(Reason.TARGET_UNREACHABLE);
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
        String query = WebRequest.encode(Map.of("actor", did));
        JsonNode followers = asked(settings.appview().get(), "app.bsky.actor.getProfile?" + query, allowance)
                .path("followersCount");
        return followers.isIntegralNumber() ? new Crowd(following, followers.asLong()) : Crowd.UNKNOWN;
    }

    /** Who of these blocks whom, where an AppView tells. */
    public Map<String, Look> blocks(String actor, List<String> targets, Allowance allowance) throws HaltException {
        Map<String, Look> barred = new HashMap<>();
        if (settings.appview().isEmpty()) {
            return barred;
        }
        for (int from = 0; from < targets.size(); from += MOST_OTHERS) {
            List<String> some = targets.subList(from, Math.min(from + MOST_OTHERS, targets.size()));
            StringBuilder query = new StringBuilder(WebRequest.encode(Map.of("actor", actor)));
            some.forEach(other -> query.append('&').append(WebRequest.encode(Map.of("others", other))));
            asked(settings.appview().get(), "app.bsky.graph.getRelationships?" + query, allowance)
                    .path("relationships")
                    .forEach(node -> blocked(node)
                            .ifPresent(look -> barred.put(node.path("did").asText(), look)));
        }
        return barred;
    }

    /** What an AppView says is a courtesy, so its silence stops nothing; that it is busy does, until it is not. */
    private JsonNode asked(URI appview, String question, Allowance allowance) throws HaltException {
        try {
            WebResponse response = looks.send(WebRequest.get(URI.create(appview + "/xrpc/" + question)));
            allowance.heed(response);
            return Json.read(response.body());
        } catch (HostRestingException e) {
            throw new HaltException(Halt.of(e));
        } catch (WebException e) {
            return MissingNode.getInstance();
        }
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
