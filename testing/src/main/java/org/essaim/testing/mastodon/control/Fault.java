package org.essaim.testing.mastodon.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/**
 * Something that goes wrong on purpose.
 *
 * @param method that it waits for; empty for any
 * @param path pattern that the whole path must match
 * @param kind what goes wrong
 * @param delay before anything happens
 * @param answer what is answered by a fault of the kind {@link Kind#ANSWER}
 */
public record Fault(Optional<String> method, Pattern path, Kind kind, Duration delay, WebResponse answer) {

    /** What goes wrong. */
    public enum Kind {
        /** Answers something else, and does nothing. */
        ANSWER,
        /** Closes the connection without having done anything. */
        RESET_BEFORE,
        /** Does what was asked and closes the connection without an answer. */
        RESET_AFTER,
        /** Only takes its time. */
        SLOW
    }

    /** Reads {@code {"method","path","kind","delayMillis","status","contentType","body","headers":{}}}. */
    public static Fault of(JsonNode json) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", json.path("contentType").asText("application/json; charset=utf-8"));
        json.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Fault(
                Optional.ofNullable(json.get("method")).map(JsonNode::asText),
                Pattern.compile(json.path("path").asText(".*")),
                Kind.valueOf(json.path("kind").asText("ANSWER")),
                Duration.ofMillis(json.path("delayMillis").asLong(0)),
                new WebResponse(
                        json.path("status").asInt(503),
                        headers,
                        json.path("body").asText("")));
    }

    public boolean concerns(WebRequest request) {
        return method.map(request.method()::equals).orElse(true)
                && path.matcher(request.path()).matches();
    }

    public boolean acts() {
        return kind == Kind.RESET_AFTER || kind == Kind.SLOW;
    }

    public WebResponse instead() {
        return kind == Kind.ANSWER ? answer : WebResponse.DROPPED;
    }

    public WebResponse after(WebResponse real) {
        return kind == Kind.SLOW ? real : WebResponse.DROPPED;
    }

    public void takeTime() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
