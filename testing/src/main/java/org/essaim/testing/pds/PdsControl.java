package org.essaim.testing.pds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;

/**
 * What tests and the demo ask of a running PDS, over its own XRPC calls and past its rate limits: accounts that come and
 * go, and what is really followed. Every call throws IllegalStateException with the PDS's error when it is refused.
 */
public final class PdsControl implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLLOW = "app.bsky.graph.follow";
    private static final int LIST_PAGE = 100;

    private final Api api;
    private final String adminPassword;
    private final String bypass;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    public PdsControl(PdsSettings settings) {
        this.api = new Api(settings.pds());
        this.adminPassword = settings.adminPassword();
        this.bypass = settings.bypass();
    }

    /**
     * A new account with the handle {@code name.test}.
     *
     * @param name first label of the handle, at most 18 letters, digits and hyphens
     */
    public PdsAccount createAccount(String name) {
        String handle = name + ".test";
        String password = "password-of-" + name;
        ObjectNode body = JSON.createObjectNode()
                .put("handle", handle)
                .put("email", name + "@example.test")
                .put("password", password);
        JsonNode created = call("com.atproto.server.createAccount", body, Map.of());
        return new PdsAccount(created.path("did").asText(), handle, password);
    }

    /** What the admin does to an account that breaks the rules; {@code false} takes it back. */
    public void takeDown(String did, boolean applied) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("subject").put("$type", "com.atproto.admin.defs#repoRef").put("did", did);
        body.putObject("takedown").put("applied", applied).put("ref", "sandbox");
        call("com.atproto.admin.updateSubjectStatus", body, admin());
    }

    /** What a person does who wants a pause. */
    public void deactivate(PdsAccount account) {
        call("com.atproto.server.deactivateAccount", JSON.createObjectNode(), session(account));
    }

    public void activate(PdsAccount account) {
        // Takes no input, and refuses even an empty object.
        api.send("POST", "/xrpc/com.atproto.server.activateAccount", "", headers(session(account)))
                .succeeded();
    }

    /** Deletes for good: the repository is gone, the DID stays in the directory. */
    public void delete(String did) {
        call("com.atproto.admin.deleteAccount", JSON.createObjectNode().put("did", did), admin());
    }

    /** Follows as the account itself, outside of Essaim; gives the record's URI. */
    public String follow(PdsAccount follower, String subject, String createdAt) {
        ObjectNode body = JSON.createObjectNode().put("repo", follower.did()).put("collection", FOLLOW);
        body.putObject("record").put("$type", FOLLOW).put("subject", subject).put("createdAt", createdAt);
        return call("com.atproto.repo.createRecord", body, session(follower))
                .path("uri")
                .asText();
    }

    /** Every follow record of a repository, newest first: the truth of what the account follows. */
    public List<FollowRecord> follows(String did) {
        List<FollowRecord> follows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(
                            "/xrpc/com.atproto.repo.listRecords?repo=" + URLEncoder.encode(did, UTF_8) + "&collection="
                                    + FOLLOW + "&limit=" + LIST_PAGE + cursor,
                            headers(Map.of()))
                    .succeeded()
                    .json();
            page.path("records")
                    .forEach(item -> follows.add(new FollowRecord(
                            item.path("uri").asText(),
                            item.path("value").path("subject").asText(),
                            item.path("value").path("createdAt").asText())));
            cursor = page.hasNonNull("cursor")
                    ? "&cursor=" + URLEncoder.encode(page.path("cursor").asText(), UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        return follows;
    }

    @Override
    public void close() {
        api.close();
    }

    /** Signs in once an account: sign-ins are slow on purpose, and few are allowed. */
    private Map<String, String> session(PdsAccount account) {
        return Map.of("Authorization", "Bearer " + sessions.computeIfAbsent(account.did(), did -> signIn(account)));
    }

    private String signIn(PdsAccount account) {
        ObjectNode body =
                JSON.createObjectNode().put("identifier", account.did()).put("password", account.password());
        return call("com.atproto.server.createSession", body, Map.of())
                .path("accessJwt")
                .asText();
    }

    private Map<String, String> admin() {
        String pair = "admin:" + adminPassword;
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private JsonNode call(String method, ObjectNode body, Map<String, String> credentials) {
        Answer answer = api.post("/xrpc/" + method, body, headers(credentials)).succeeded();
        return answer.body().isEmpty() ? JSON.createObjectNode() : answer.json();
    }

    private Map<String, String> headers(Map<String, String> credentials) {
        Map<String, String> headers = new HashMap<>(credentials);
        headers.put("x-ratelimit-bypass", bypass);
        return headers;
    }
}
