package org.essaim.executor.bluesky.follows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;

/** The follow records in a repository: the ground truth, readable without a token. */
final class OwnFollows {

    static final String COLLECTION = "app.bsky.graph.follow";

    private static final String PAGE = "100";

    private static final Set<String> MISSING = Set.of(
            "RepoNotFound",
            "RepoDeactivated",
            "RepoTakendown",
            "RepoSuspended",
            "AccountNotFound",
            "AccountDeactivated",
            "AccountTakedown");

    private final Map<String, Set<String>> keysBySubject;

    private OwnFollows(Map<String, Set<String>> keysBySubject) {
        this.keysBySubject = keysBySubject;
    }

    /** Reads all pages; empty when the server says that it has no such repository, or none that may be seen. */
    static Optional<OwnFollows> read(Web web, Allowance allowance, URI pds, String did)
            throws HaltException, WebException {
        Map<String, Set<String>> found = new HashMap<>();
        String cursor = "";
        do {
            WebResponse response = web.send(WebRequest.get(page(pds, did, cursor)));
            allowance.heed(response);
            JsonNode body = Json.read(response.body());
            if (isMissing(response, body)) {
                return Optional.empty();
            }
            if (!response.isSuccess() || !body.path("records").isArray()) {
                throw new HaltException(new Halt.Unwell());
            }
            body.path("records").forEach(node -> add(found, node));
            cursor = body.path("records").isEmpty() ? "" : body.path("cursor").asText();
        } while (!cursor.isEmpty());
        return Optional.of(new OwnFollows(found));
    }

    /** A PDS says the same of an account that is deactivated, taken down, deleted or moved away. */
    private static boolean isMissing(WebResponse response, JsonNode body) {
        boolean refused = response.status() == 400 || response.status() == 403 || response.status() == 404;
        String error = body.path("error").asText();
        return refused
                && (MISSING.contains(error)
                        || (error.equals("InvalidRequest")
                                && body.path("message").asText().startsWith("Could not find repo")));
    }

    private static URI page(URI pds, String did, String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("repo", did);
        query.put("collection", COLLECTION);
        query.put("limit", PAGE);
        if (!cursor.isEmpty()) {
            query.put("cursor", cursor);
        }
        return URI.create(pds + "/xrpc/com.atproto.repo.listRecords?" + WebRequest.encode(query));
    }

    private static void add(Map<String, Set<String>> found, JsonNode node) {
        String uri = node.path("uri").asText();
        String subject = node.path("value").path("subject").asText();
        found.computeIfAbsent(subject, _ -> new TreeSet<>()).add(uri.substring(uri.lastIndexOf('/') + 1));
    }

    /** The keys of the records that follow this account; more than one where another client was careless. */
    Set<String> keysOf(String subject) {
        return keysBySubject.getOrDefault(subject, Set.of());
    }

    int size() {
        return keysBySubject.size();
    }

    void created(String subject, String recordKey) {
        keysBySubject.computeIfAbsent(subject, _ -> new TreeSet<>()).add(recordKey);
    }
}
