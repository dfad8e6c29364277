package org.essaim.executor.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.HaltException;
import org.essaim.executor.following.Look;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.ledger.Entry;

/** Finds targets on the acting account's own server, and how the two stand to each other. */
final class MastodonTargets {

    /** A server looks up to so many relationships at once. */
    private static final int BATCH = 40;

    /** An account that is not found is looked for again with growing pauses, so often, over about three days. */
    private static final int MOST_LOOKS = 10;

    private final MastodonAccess access;
    private final Map<String, String> localIds = new HashMap<>();

    MastodonTargets(MastodonAccess access) {
        this.access = access;
    }

    /** Whether the server knows the very actor, moved or not. */
    boolean isFound(Entry entry) {
        return localIds.containsKey(entry.targetId());
    }

    /** The id by which the server calls a target; only for targets that {@link #find} found. */
    String localId(Entry entry) {
        String id = localIds.get(entry.targetId());
        if (id == null) {
            throw new IllegalStateException("a target is followed before it was looked at");
        }
        return id;
    }

    /** Looks a target up, by its address but for its actor: an address may change hands. */
    Look find(Entry entry) throws HaltException, WebException {
        String acct = acctOf(entry);
        WebResponse known = access.get("/api/v1/accounts/lookup?" + WebRequest.encode(Map.of("acct", acct)));
        if (known.isSuccess()) {
            return read(entry, MastodonAccess.body(known, false));
        }
        boolean said = json(known).path("error").isTextual();
        if (known.status() == 410 && said) {
            return Look.Barred.refused(Reason.TARGET_GONE);
        }
        if (known.status() == 404 && !said) {
            return searchEverything(entry);
        }
        if (known.status() != 404) {
            // A proxy's page, or an instance that is not itself: it says nothing about the target.
            throw new HaltException(new Halt.Unwell());
        }
        // About its own people a server knows best; about others it may not have asked yet.
        return isAtHome(entry) ? Look.Barred.refused(Reason.TARGET_GONE) : search(entry);
    }

    private boolean isAtHome(Entry entry) {
        String home = "@" + access.domain().toLowerCase(Locale.ROOT);
        return entry.target().handle().toLowerCase(Locale.ROOT).endsWith(home);
    }

    private String acctOf(Entry entry) {
        String handle = entry.target().handle();
        return isAtHome(entry)
                ? handle.substring(0, handle.length() - access.domain().length() - 1)
                : handle;
    }

    /** Makes the server ask the target's home; costs it a few calls, so only for what it does not know. */
    private Look search(Entry entry) throws HaltException, WebException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", entry.target().handle());
        query.put("resolve", "true");
        query.put("limit", "1");
        WebResponse response = access.get("/api/v1/accounts/search?" + WebRequest.encode(query));
        if (response.status() == 503 && json(response).path("error").isTextual()) {
            // The target's home does not answer; that is no word about our own server.
            return notFound(entry);
        }
        for (JsonNode account : MastodonAccess.body(response, true)) {
            if (account.path("uri").asText().equals(entry.targetId())) {
                return read(entry, account);
            }
        }
        return notFound(entry);
    }

    /** Small servers (snac) say errors in pages, and ask elsewhere only by this search; where it needs a scope of its own, it says nothing. */
    private Look searchEverything(Entry entry) throws HaltException, WebException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", entry.target().handle());
        query.put("resolve", "true");
        query.put("limit", "1");
        query.put("type", "accounts");
        JsonNode accounts = json(access.getIfPermitted("/api/v2/search?" + WebRequest.encode(query)))
                .path("accounts");
        if (!accounts.isArray()) {
            throw new HaltException(new Halt.Unwell());
        }
        for (JsonNode account : accounts) {
            if (account.path("uri").asText().equals(entry.targetId())) {
                return read(entry, account);
            }
        }
        return notFound(entry);
    }

    private static Look notFound(Entry entry) {
        return entry.attempts() >= MOST_LOOKS ? Look.Barred.refused(Reason.TARGET_UNREACHABLE) : new Look.Unclear();
    }

    private Look read(Entry entry, JsonNode account) {
        boolean same = account.path("uri").asText().equals(entry.targetId());
        if (!same || account.path("suspended").asBoolean(false)) {
            return Look.Barred.refused(Reason.TARGET_GONE);
        }
        localIds.put(entry.targetId(), account.path("id").asText());
        return account.hasNonNull("moved") ? Look.Barred.refused(Reason.TARGET_MOVED) : new Look.Clear();
    }

    /** How the account stands to targets that were found; one that the server leaves out, asked alone, is suspended. */
    Map<String, Look> relationships(List<Entry> entries) throws HaltException, WebException {
        Map<String, Look> looks = new HashMap<>();
        for (int from = 0; from < entries.size(); from += BATCH) {
            List<Entry> some = entries.subList(from, Math.min(from + BATCH, entries.size()));
            Map<String, JsonNode> byId = relationshipsOf(some);
            for (Entry entry : some) {
                JsonNode relationship = byId.get(localId(entry));
                looks.put(entry.targetId(), relationship == null ? alone(entry, some.size()) : look(relationship));
            }
        }
        return looks;
    }

    /** Some servers answer for fewer than were asked about: what is missing says nothing until it was asked by itself. */
    private Look alone(Entry entry, int askedWith) throws HaltException, WebException {
        JsonNode relationship =
                askedWith == 1 ? null : relationshipsOf(List.of(entry)).get(localId(entry));
        return relationship == null ? Look.Barred.refused(Reason.TARGET_GONE) : look(relationship);
    }

    private Map<String, JsonNode> relationshipsOf(List<Entry> entries) throws HaltException, WebException {
        String query = entries.stream()
                .map(entry -> WebRequest.encode(Map.of("id[]", localId(entry))))
                .collect(Collectors.joining("&"));
        WebResponse response = access.get("/api/v1/accounts/relationships?" + query);
        Map<String, JsonNode> byId = new HashMap<>();
        if (response.status() == 404 && Json.read(response.body()).path("error").isTextual()) {
            // GoToSocial refuses the whole question for one id that is gone.
            if (entries.size() > 1) {
                int half = entries.size() / 2;
                byId.putAll(relationshipsOf(entries.subList(0, half)));
                byId.putAll(relationshipsOf(entries.subList(half, entries.size())));
            }
            return byId;
        }
        MastodonAccess.body(response, true)
                .forEach(node -> byId.put(node.path("id").asText(), node));
        return byId;
    }

    /** The account's own numbers; a server that does not tell them slows nobody down. */
    Crowd crowd() throws HaltException, WebException {
        JsonNode self = json(access.get("/api/v1/accounts/verify_credentials"));
        JsonNode following = self.path("following_count");
        JsonNode followers = self.path("followers_count");
        return following.isIntegralNumber() && followers.isIntegralNumber()
                ? new Crowd(following.asLong(), followers.asLong())
                : Crowd.UNKNOWN;
    }

    static Look look(JsonNode relationship) {
        if (relationship.path("following").asBoolean()) {
            return new Look.Following(null);
        }
        if (relationship.path("requested").asBoolean()) {
            return new Look.Requested();
        }
        if (relationship.path("blocking").asBoolean()
                || relationship.path("domain_blocking").asBoolean()) {
            return Look.Barred.needsPerson(Reason.BLOCKED_BY_ONESELF);
        }
        return relationship.path("blocked_by").asBoolean()
                ? Look.Barred.refused(Reason.TARGET_BLOCKS)
                : new Look.Clear();
    }

    static JsonNode json(WebResponse response) {
        return Json.read(response.body());
    }
}
