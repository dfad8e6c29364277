package org.essaim.executor.bluesky.follows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.Intent;

/** Batches of follow records in the words of {@code com.atproto.repo.applyWrites}. */
final class FollowWrites {

    private FollowWrites() {}

    static String creates(String did, List<Entry> entries) {
        return writes(did, entries, true);
    }

    static String deletes(String did, List<Entry> entries) {
        return writes(did, entries, false);
    }

    private static String writes(String did, List<Entry> entries, boolean create) {
        ObjectNode body = Json.object();
        body.put("repo", did);
        ArrayNode writes = body.putArray("writes");
        for (Entry entry : entries) {
            Intent intent = intentOf(entry);
            ObjectNode write = writes.addObject();
            write.put("$type", "com.atproto.repo.applyWrites#" + (create ? "create" : "delete"));
            write.put("collection", OwnFollows.COLLECTION);
            write.put("rkey", intent.recordKey());
            if (create) {
                write.putObject("value")
                        .put("$type", OwnFollows.COLLECTION)
                        .put("subject", entry.targetId())
                        .put("createdAt", intent.createdAt().toString());
            }
        }
        return Json.write(body);
    }

    static Intent intentOf(Entry entry) {
        return entry.savedIntent()
                .orElseThrow(() -> new IllegalStateException("a follow is sent before its intent is saved"));
    }

    /** Only the repository's own words count: a proxy's page may come with a 200 as well. */
    static boolean areDone(WebResponse response) {
        JsonNode body = Json.read(response.body());
        return response.isSuccess() && (body.has("commit") || body.has("results"));
    }
}
