package org.essaim.testing.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.InstantSource;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/** X's authorization server, its "who am I", and its oEmbed, on 127.0.0.1. */
public final class FakeX implements AutoCloseable {

    private final XState state;
    private final XPages pages;
    private final XApi api;
    private final LoopbackServer server;
    private final XControl control;

    private FakeX(int port, XClient client, InstantSource clock) {
        this.state = new XState(clock);
        this.pages = new XPages(client, state);
        this.api = new XApi(client, state);
        this.server = LoopbackServer.start(port, this::answer);
        this.control = new XControl(server.baseUri());
    }

    /** On any free port, for the sandbox's app. */
    public static FakeX start() {
        return start(0, XClient.SANDBOX, InstantSource.system());
    }

    /**
     * Starts the stand-in.
     *
     * @param port 0 for any free one
     */
    public static FakeX start(int port, XClient client, InstantSource clock) {
        return new FakeX(port, client, clock);
    }

    public URI uri() {
        return server.baseUri();
    }

    public XControl control() {
        return control;
    }

    @Override
    public void close() {
        control.close();
        server.close();
    }

    private WebResponse answer(WebRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /i/oauth2/authorize" -> pages.ask(request);
            case "POST /i/oauth2/authorize" -> pages.answer(request);
            case "POST /2/oauth2/token" -> api.token(request);
            case "POST /2/oauth2/revoke" -> api.revoke(request);
            case "GET /2/users/me" -> api.me(request);
            case "GET /oembed" -> api.oembed(request);
            case "POST /_control/accounts" -> createAccount(request.json());
            case "POST /_control/posts" -> createPost(request.json());
            case "POST /_control/removals" -> remove(request.json());
            default ->
                WebResponse.json(404, "{\"errors\":[{\"code\":34,\"message\":\"Sorry, that page does not exist.\"}]}");
        };
    }

    private WebResponse createAccount(JsonNode body) {
        state.put(new XAccount(
                body.path("id").asText(),
                body.path("username").asText(),
                body.path("name").asText()));
        return WebResponse.json(200, "{}");
    }

    private WebResponse createPost(JsonNode body) {
        state.put(new XPost(
                body.path("id").asText(),
                body.path("author").asText(),
                body.path("text").asText()));
        return WebResponse.json(200, "{}");
    }

    private WebResponse remove(JsonNode body) {
        state.remove(body.path("account").asText());
        return WebResponse.json(200, "{}");
    }
}
