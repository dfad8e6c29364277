package org.essaim.testing.mastodon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** A fault for the next requests that fit; see {@link MastodonControl#fail}. */
public record MastodonFault(
        String method,
        String pathPattern,
        String kind,
        int status,
        String contentType,
        String body,
        Duration delay,
        int times) {

    private static final String JSON = "application/json; charset=utf-8";

    /** Answers with a status and a JSON body, and does nothing. */
    public static MastodonFault answering(String method, String pathPattern, int status, String body) {
        return new MastodonFault(method, pathPattern, "ANSWER", status, JSON, body, Duration.ZERO, 1);
    }

    /** Answers with the page of a proxy in front of a server that is away. */
    public static MastodonFault proxyPage(String method, String pathPattern, int status) {
        String page = "<html><head><title>" + status + "</title></head><body><center><h1>" + status
                + "</h1></center><hr><center>nginx</center></body></html>";
        return new MastodonFault(method, pathPattern, "ANSWER", status, "text/html", page, Duration.ZERO, 1);
    }

    /** Closes the connection before anything was done. */
    public static MastodonFault resetBefore(String method, String pathPattern) {
        return new MastodonFault(method, pathPattern, "RESET_BEFORE", 0, JSON, "", Duration.ZERO, 1);
    }

    /** Does what was asked and closes the connection without an answer: the caller cannot know. */
    public static MastodonFault resetAfter(String method, String pathPattern) {
        return new MastodonFault(method, pathPattern, "RESET_AFTER", 0, JSON, "", Duration.ZERO, 1);
    }

    /** Answers as usual, late. */
    public static MastodonFault slow(String method, String pathPattern, Duration delay) {
        return new MastodonFault(method, pathPattern, "SLOW", 0, JSON, "", delay, 1);
    }

    public MastodonFault times(int count) {
        return new MastodonFault(method, pathPattern, kind, status, contentType, body, delay, count);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", method)
                .put("path", pathPattern)
                .put("kind", kind)
                .put("status", status)
                .put("contentType", contentType)
                .put("body", body)
                .put("delayMillis", delay.toMillis())
                .put("times", times);
    }
}
