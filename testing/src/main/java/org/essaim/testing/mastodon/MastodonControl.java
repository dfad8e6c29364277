package org.essaim.testing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.essaim.testing.web.Api;

/**
 * Arranges one stand-in and asks what has happened on it, wherever it runs. Accounts are named by their user name here, and
 * by {@code user@host:port} where another instance may be meant. Calls throw IllegalStateException when they are refused.
 */
public final class MastodonControl implements AutoCloseable {

    private final Api api;

    public MastodonControl(URI instance) {
        this.api = new Api(instance);
    }

    public MastodonAccount createAccount(String username) {
        return createAccount(JsonNodeFactory.instance.objectNode().put("username", username));
    }

    public MastodonAccount createLockedAccount(String username) {
        return createAccount(
                JsonNodeFactory.instance.objectNode().put("username", username).put("locked", true));
    }

    /**
     * Creates an account as it is described.
     *
     * @param description {@code username}, and if wanted {@code password, displayName, note, locked, bot, discoverable,
     *     hidesCollections, fields}
     */
    public MastodonAccount createAccount(ObjectNode description) {
        JsonNode account = post("/accounts", description);
        return new MastodonAccount(
                account.path("id").asText(),
                account.path("username").asText(),
                account.path("address").asText(),
                URI.create(account.path("uri").asText()),
                account.path("password").asText());
    }

    public void setLocked(String username, boolean locked) {
        change(username, object().put("locked", locked));
    }

    public void suspend(String username) {
        change(username, object().put("standing", "SUSPENDED"));
    }

    public void delete(String username) {
        change(username, object().put("standing", "DELETED"));
    }

    /** Changes how the account stands: a name of {@link org.essaim.testing.mastodon.state.Actor.Standing}. */
    public void setStanding(String username, String standing) {
        change(username, object().put("standing", standing));
    }

    public void move(String username, String targetAddress) {
        change(username, object().put("movedTo", targetAddress));
    }

    /** Follows at once, past every rule. */
    public void follow(String username, String targetAddress) {
        post("/accounts/" + username + "/follows", object().put("account", targetAddress));
    }

    public void block(String username, String targetAddress) {
        post("/accounts/" + username + "/blocks", object().put("account", targetAddress));
    }

    public void blockDomain(String username, String domain) {
        post("/accounts/" + username + "/domain_blocks", object().put("domain", domain));
    }

    /** Says yes to a follow request that waits for this account. */
    public void acceptRequest(String username, String askingAddress) {
        post("/accounts/" + username + "/accepts", object().put("account", askingAddress));
    }

    /** A token for the account without any page, for tests of what comes after. */
    public String token(String username, String scopes) {
        return post("/accounts/" + username + "/tokens", object().put("scopes", scopes))
                .path("token")
                .asText();
    }

    /** What a person does who takes every app's permission away. */
    public void revokeTokens(String username) {
        api.send("DELETE", "/_control/accounts/" + username + "/tokens", "", Map.of())
                .succeeded();
    }

    /** Addresses of everyone the account really follows, newest first; requests that wait are not among them. */
    public List<String> following(String username) {
        return addresses("/accounts/" + username + "/following");
    }

    public List<String> followers(String username) {
        return addresses("/accounts/" + username + "/followers");
    }

    /** Addresses of everyone the account has asked to follow and who has not answered. */
    public List<String> requested(String username) {
        return addresses("/accounts/" + username + "/requests");
    }

    /** Holds back, or lets go, what federates between all instances of this process. */
    public void holdFederation(boolean held) {
        post("/federation", object().put("held", held));
    }

    /** Whether other instances reach this one. */
    public void setReachable(boolean reachable) {
        post("/federation", object().put("reachable", reachable));
    }

    /** Queues a fault; each goes wrong as often as it says, in the order they were queued. */
    public void fail(MastodonFault fault) {
        post("/faults", fault.json());
    }

    /** How many faults are still to come. */
    public int pendingFaults() {
        return api.get("/_control/faults", Map.of()).succeeded().json().asInt();
    }

    public void clearFaults() {
        api.send("DELETE", "/_control/faults", "", Map.of()).succeeded();
    }

    /** How often a method and path were asked for since the start, as in {@code POST /api/v1/apps}. */
    public int requests(String methodAndPath) {
        return api.get("/_control/requests", Map.of())
                .succeeded()
                .json()
                .path(methodAndPath)
                .asInt();
    }

    @Override
    public void close() {
        api.close();
    }

    private void change(String username, ObjectNode what) {
        post("/accounts/" + username, what);
    }

    private JsonNode post(String path, ObjectNode body) {
        return api.post("/_control" + path, body, Map.of()).succeeded().json();
    }

    private List<String> addresses(String path) {
        List<String> addresses = new ArrayList<>();
        api.get("/_control" + path, Map.of()).succeeded().json().forEach(address -> addresses.add(address.asText()));
        return addresses;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
