package org.essaim.gateway.world;

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
