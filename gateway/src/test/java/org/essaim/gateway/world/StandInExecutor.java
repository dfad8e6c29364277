package org.essaim.gateway.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** The internal API of follow-executor as far as the gateway uses it; keeps the last call, so that a test can see on whose word it came. */
final class StandInExecutor {

    private final AtomicReference<String> last = new AtomicReference<>("{}");

    private StandInExecutor() {}

    static URI start() {
        return LoopbackServer.start(0, new StandInExecutor()::answer).baseUri();
    }

    private WebResponse answer(WebRequest request) {
        if (request.path().equals("/_control/last")) {
            return WebResponse.json(200, last.get());
        }
        if (request.path().startsWith("/oauth/")) {
            return WebResponse.json(200, "{\"document\":\"" + request.path() + "\"}");
        }
        remember(request);
        if (request.path().endsWith("/progress")) {
            return WebResponse.json(200, outlook(request.query().one("account").orElse("did:plc:one")));
        }
        if (request.path().startsWith("/api/operator/") && request.method().equals("GET")) {
            return WebResponse.json(
                    200, "[{\"scope\":\"BLUESKY\",\"reason\":\"too fast\",\"since\":\"2026-11-23T09:00:00Z\"}]");
        }
        if (request.path().startsWith("/api/operator/")) {
            return new WebResponse(204, Map.of(), "");
        }
        if (request.path().endsWith("/grants") && request.method().equals("GET")) {
            return WebResponse.json(200, "[]");
        }
        if (request.path().endsWith("/profiles")) {
            return WebResponse.json(200, profiles(request));
        }
        if (request.path().contains("/pictures/")) {
            return WebResponse.of(200, "image/jpeg", "a picture");
        }
        if (request.path().endsWith("/following.csv")) {
            return WebResponse.of(200, "text/csv", "Account address,Show boosts\nana@social.test,true\n");
        }
        if (request.method().equals("DELETE")) {
            return new WebResponse(204, Map.of(), "");
        }
        if (request.path().endsWith("/completions")) {
            return WebResponse.json(
                    200,
                    "{\"account\":{\"network\":\"BLUESKY\",\"id\":\"did:plc:one\",\"handle\":\"one.test\"},"
                            + "\"canFollow\":true,\"scopes\":[\"atproto\"]}");
        }
        if (request.json().path("account").asText().equals("nobody.test")) {
            return WebResponse.of(
                    404,
                    "application/problem+json",
                    "{\"type\":\"https://essaim.org/problems/account-not-found\",\"title\":\"No such account\","
                            + "\"status\":404,\"detail\":\"Check the spelling.\"}");
        }
        return WebResponse.json(201, "{\"authorizationUrl\":\"https://network.test/authorize\"}");
    }

    private static String outlook(String account) {
        String network = account.startsWith("did:") ? "BLUESKY" : "MASTODON";
        return "[{\"account\":{\"network\":\"" + network + "\",\"id\":\"" + account
                + "\",\"handle\":\"one.test\"},\"open\":1,"
                + "\"standing\":\"GOES_ON\",\"next\":null,\"endsAt\":\"2026-11-26T09:00:00Z\"}]";
    }

    /** Everybody is called Somebody. */
    private static String profiles(WebRequest request) {
        ArrayNode profiles = JsonNodeFactory.instance.arrayNode();
        request.json().forEach(account -> {
            ObjectNode profile = profiles.addObject()
                    .put("name", "Somebody")
                    .put("picture", "abc")
                    .put("known", true);
            profile.set("account", account);
        });
        return profiles.toString();
    }

    private void remember(WebRequest request) {
        String token = request.bearer().orElse("..");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        seen.put("method", request.method());
        seen.put("path", request.path());
        seen.put("account", request.query().one("account").orElse(""));
        seen.put("claims", claims);
        seen.put("body", request.body());
        last.set(seen.toString());
    }
}
