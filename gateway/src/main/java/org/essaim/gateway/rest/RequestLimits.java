package org.essaim.gateway.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.essaim.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Holds every body but an archive's to 64 KiB, before anything reads it: the global limit must let an archive through. A body
 * that does not say how long it is is refused there too, and one that takes its time.
 */
@ApplicationScoped
public class RequestLimits {

    private static final long MOST_BYTES = 64 * 1024;
    private static final Duration LONGEST_BODY = Duration.ofSeconds(20);
    private static final int BEFORE_SIGN_IN = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestLimits::hold, BEFORE_SIGN_IN);
    }

    private static void hold(RoutingContext context) {
        HttpServerRequest request = context.request();
        Problem problem = isArchive(request) ? null : problemOf(request);
        if (problem == null) {
            if (!isArchive(request) && hasBody(request)) {
                expectBody(context);
            }
            context.next();
            return;
        }
        refuse(context, problem);
    }

    /** A body that small is here in a moment, or someone keeps a connection busy: it is closed. */
    private static void expectBody(RoutingContext context) {
        if (context.request().isEnded()) {
            return;
        }
        long timer = context.vertx().setTimer(LONGEST_BODY.toMillis(), fired -> {
            if (!context.request().isEnded() && !context.response().ended()) {
                HttpConnection connection = context.request().connection();
                refuse(
                                context,
                                new Problem(
                                        408,
                                        "body-too-slow",
                                        "Too slow",
                                        "Send the body at once; nothing was changed."))
                        .onComplete(sent -> connection.close());
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private static Future<Void> refuse(RoutingContext context, Problem problem) {
        return context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject(Map.copyOf(problem.body())).encode());
    }

    /** What has none is not read to its end before its turn comes, which is nobody's fault but ours. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0");
    }

    private static boolean isArchive(HttpServerRequest request) {
        return request.path().startsWith("/api/v1/migrations/")
                && request.path().endsWith("/archive");
    }

    private static @Nullable Problem problemOf(HttpServerRequest request) {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            return new Problem(411, "length-required", "Length required", "Say how long the body is.");
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 12 || Long.parseLong(length) > MOST_BYTES)) {
            return new Problem(413, "body-too-large", "Too large", "At most " + MOST_BYTES + " bytes are taken here.");
        }
        return null;
    }
}
