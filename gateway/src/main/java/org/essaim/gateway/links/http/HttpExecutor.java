package org.essaim.gateway.links.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Set;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.links.Executor;
import org.essaim.gateway.links.TokenExchange;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Calls the internal API of follow-executor with the exchanged token. Linking talks to networks, so patience is long. */
@ApplicationScoped
public class HttpExecutor implements Executor {

    private static final Logger LOG = Logger.getLogger(HttpExecutor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROBLEM_TYPES = "https://essaim.org/problems/";

    /** 502 is the executor's word for a network that does not answer it. */
    private static final Set<Integer> ANSWERS_IN_WORDS = Set.of(400, 403, 404, 409, 422, 502);

    private final TokenExchange exchange;
    private final ObjectMapper json;
    private final URI executor;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public HttpExecutor(TokenExchange exchange, ObjectMapper json, GatewayConfig config) {
        this.exchange = exchange;
        this.json = json;
        this.executor = config.executorUrl();
    }

    @Override
    public Answer<Dance> begin(Word word, Network network, String account) {
        ObjectNode body = json.createObjectNode()
                .put("network", network.name())
                .put("account", account)
                .put("session", word.session());
        return call(word, "POST", "/links", body, answer -> {
            String expires = answer.path("expiresAt").asText("");
            return new Dance(text(answer, "authorizationUrl"), expires.isEmpty() ? null : Instant.parse(expires));
        });
    }

    @Override
    public Answer<Linked> complete(Word word, Returned returned) {
        ObjectNode body = json.createObjectNode().put("state", returned.state()).put("session", word.session());
        putIfGiven(body, "code", returned.code());
        putIfGiven(body, "iss", returned.iss());
        putIfGiven(body, "error", returned.error());
        return call(word, "POST", "/links/completions", body, answer -> {
            JsonNode account = answer.path("account");
            List<String> scopes = new ArrayList<>();
            answer.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            return new Linked(
                    new TargetAccount(
                            Network.valueOf(text(account, "network")), text(account, "id"), text(account, "handle")),
                    answer.path("canFollow").asBoolean(),
                    scopes);
        });
    }

    @Override
    public Answer<Unlinked> revoke(Word word, String account) {
        String query = "?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
        return call(word, "DELETE", "/grants" + query, null, answer -> new Unlinked());
    }

    private <T> Answer<T> call(Word word, String method, String path, @Nullable ObjectNode body, Reader<T> reader) {
        try {
            URI address = executor.resolve("/api/members/" + word.member().asString() + path);
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + exchange.forExecutor(word.accessToken()))
                            .header("Content-Type", "application/json")
                            .method(method, publisher(body))
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

    private <T> Answer<T> answer(HttpResponse<byte[]> response, Reader<T> reader) throws IOException {
        int status = response.statusCode();
        JsonNode body = response.body().length == 0 ? json.createObjectNode() : json.readTree(response.body());
        if (status >= 200 && status < 300) {
            return new Answer.Done<>(reader.read(body));
        }
        boolean explained = ANSWERS_IN_WORDS.contains(status);
        String type = body.path("type").asText("");
        if (explained && type.startsWith(PROBLEM_TYPES)) {
            return new Answer.Refused<>(
                    status,
                    type.substring(PROBLEM_TYPES.length()),
                    body.path("title").asText(),
                    body.path("detail").asText());
        }
        LOG.warnf("follow-executor answered unexpectedly status=%d", status);
        return new Answer.Unreachable<>();
    }

    private HttpRequest.BodyPublisher publisher(@Nullable ObjectNode body) throws JsonProcessingException {
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException("follow-executor gave no " + field);
        }
        return node.path(field).asText();
    }

    private static void putIfGiven(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private interface Reader<T> {
        T read(JsonNode answer);
    }
}
