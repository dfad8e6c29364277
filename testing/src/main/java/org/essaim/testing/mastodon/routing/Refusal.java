package org.essaim.testing.mastodon.routing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.essaim.testing.web.WebResponse;

/** An answer with an error, in the very words of Mastodon. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WebResponse response;

    private Refusal(WebResponse response, String error) {
        super(error);
        this.response = response;
    }

    public WebResponse response() {
        return response;
    }

    public static Refusal of(int status, String error) {
        return new Refusal(
                WebResponse.json(status, JsonNodeFactory.instance.objectNode().put("error", error)), error);
    }

    public static Refusal notFound() {
        return of(404, "Record not found");
    }

    public static Refusal notPermitted() {
        return of(403, "This action is not allowed");
    }

    public static Refusal invalid(String what) {
        return of(422, "Validation failed: " + what);
    }

    public static Refusal tooManyRequests() {
        return of(429, "Too many requests");
    }

    public static Refusal token(String error) {
        String header = "Bearer realm=\"Doorkeeper\", error=\"invalid_token\", error_description=\"" + error + "\"";
        Refusal refusal = of(401, error);
        return new Refusal(refusal.response.with("WWW-Authenticate", header), error);
    }

    public static Refusal oauth(int status, String error, String description) {
        return new Refusal(
                WebResponse.json(
                        status,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("error", error)
                                .put("error_description", description)),
                error);
    }

    public static Refusal insufficientScope(String scopes) {
        String error = "This action is outside the authorized scopes";
        String header = "Bearer realm=\"Doorkeeper\", error=\"insufficient_scope\", "
                + "error_description=\"Access to this resource requires scope \\\"" + scopes + "\\\".\"";
        return new Refusal(of(403, error).response.with(Map.of("WWW-Authenticate", header)), error);
    }
}
