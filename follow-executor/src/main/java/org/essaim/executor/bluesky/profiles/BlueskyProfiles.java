package org.essaim.executor.bluesky.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.identity.DidDocument;
import org.essaim.executor.bluesky.identity.Identities;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.essaim.executor.profiles.NotNowException;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.profiles.ProfileNetwork;
import org.essaim.executor.profiles.Sighting;

/** Reads the profile record of the account's own repository, where it needs nobody's permission. */
public final class BlueskyProfiles implements ProfileNetwork {

    private final PoliteWeb web;
    private final Identities identities;

    public BlueskyProfiles(PoliteWeb web, Identities identities) {
        this.web = web;
        this.identities = identities;
    }

    @Override
    public Sighting look(TargetAccount account) throws WebException, NotNowException {
        web.permit(Network.BLUESKY, identities.documentOf(account.id()));
        Optional<DidDocument> identity = identities.byDid(account.id());
        if (identity.isEmpty()) {
            return new Sighting.NotShown();
        }
        URI pds = identity.get().pds();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("repo", account.id());
        query.put("collection", "app.bsky.actor.profile");
        query.put("rkey", "self");
        WebResponse response = web.get(Network.BLUESKY, method(pds, "com.atproto.repo.getRecord", query));
        JsonNode body = Json.read(response.body());
        if (response.isSuccess() && body.path("value").isObject()) {
            return there(account, pds, body.path("value"));
        }
        String error = body.path("error").asText();
        if (error.equals("RecordNotFound")) {
            return new Sighting.There("", null);
        }
        return response.status() == 400 && !error.isEmpty() ? new Sighting.NotShown() : new Sighting.Unclear();
    }

    private static Sighting there(TargetAccount account, URI pds, JsonNode profile) {
        String cid = profile.path("avatar").path("ref").path("$link").asText();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("did", account.id());
        query.put("cid", cid);
        URI picture = cid.isEmpty() ? null : method(pds, "com.atproto.sync.getBlob", query);
        return new Sighting.There(profile.path("displayName").asText(), picture);
    }

    private static URI method(URI pds, String name, Map<String, String> query) {
        return URI.create(pds + "/xrpc/" + name + "?" + WebRequest.encode(query));
    }
}
