package org.essaim.gateway.operators.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.TokenExchange;
import org.essaim.gateway.operators.Stops;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code /api/operator/stops} and {@code /api/operator/left-out-hosts}, with the operator's own token, exchanged. */
@ApplicationScoped
class HttpStops implements Stops {

    private static final Logger LOG = Logger.getLogger(HttpStops.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TokenExchange exchange;
    private final ObjectMapper json;
    private final URI executor;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    HttpStops(TokenExchange exchange, ObjectMapper json, GatewayConfig config) {
        this.exchange = exchange;
        this.json = json;
        this.executor = config.executorUrl();
    }

    @Override
    public Answer<List<Stop>> standing(String accessToken, Kind kind) {
        return call(accessToken, "GET", path(kind), null, this::stops);
    }

    @Override
    public Answer<Done> put(String accessToken, Kind kind, String what, String reason) {
        String body =
                JsonNodeFactory.instance.objectNode().put("reason", reason).toString();
        return call(accessToken, "PUT", path(kind, what), body, _ -> new Done());
    }

    @Override
    public Answer<Done> lift(String accessToken, Kind kind, String what) {
        return call(accessToken, "DELETE", path(kind, what), null, _ -> new Done());
    }

    private static String path(Kind kind) {
        return switch (kind) {
            case STOPPED -> "/api/operator/stops";
            case LEFT_OUT -> "/api/operator/left-out-hosts";
        };
    }

    private static String path(Kind kind, String what) {
        return path(kind) + "/" + URLEncoder.encode(what, StandardCharsets.UTF_8);
    }

    private List<Stop> stops(byte[] answer) throws IOException {
        List<Stop> stops = new ArrayList<>();
        for (JsonNode stop : json.readTree(answer)) {
            stops.add(new Stop(
                    stop.path("scope").asText(stop.path("host").asText()),
                    stop.path("reason").asText(),
                    Instant.parse(stop.path("since").asText())));
        }
        return stops;
    }

    private <T> Answer<T> call(
            String accessToken, String method, String path, @Nullable String body, Reader<T> reader) {
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(executor.resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + exchange.forExecutor(accessToken))
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return answer(response, reader);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("follow-executor not reached error=%s", e.getClass().getName());
            return new Answer.Unreachable<>();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable<>();
        }
    }

    private static <T> Answer<T> answer(HttpResponse<byte[]> response, Reader<T> reader) throws IOException {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Done<>(reader.read(response.body()));
        }
        if (status == 404) {
            return new Answer.Refused<>(404, "not-stopped", "Not stopped", "Nothing is stopped there.");
        }
        LOG.warnf("follow-executor answered unexpectedly status=%d", status);
        return new Answer.Unreachable<>();
    }

    private interface Reader<T> {
        T read(byte[] answer) throws IOException;
    }
}
