package org.essaim.gateway.executor.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.TokenExchange;
import org.essaim.gateway.executor.Word;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Calls the internal API of follow-executor with the exchanged token. Linking talks to networks, so patience is long. */
@ApplicationScoped
public class ExecutorCalls {

    private static final Logger LOG = Logger.getLogger(ExecutorCalls.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROBLEM_TYPES = "https://essaim.org/problems/";

    /** 502 and 503 are the executor's words for a network that does not answer it, or has too much to do. */
    private static final Set<Integer> ANSWERS_IN_WORDS = Set.of(400, 403, 404, 409, 422, 502, 503);

    private final TokenExchange exchange;
    private final ObjectMapper json;
    private final URI executor;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public ExecutorCalls(TokenExchange exchange, ObjectMapper json, GatewayConfig config) {
        this.exchange = exchange;
        this.json = json;
        this.executor = config.executorUrl();
    }

    /** Calls and reads JSON; an empty body is an empty object. */
    public <T> Answer<T> call(Word word, String method, String path, @Nullable JsonNode body, JsonReader<T> reader) {
        return bytes(word, method, path, body, bytes -> reader.read(tree(bytes)));
    }

    /** Calls and reads whatever comes. {@code path} begins behind the member's id. */
    public <T> Answer<T> bytes(Word word, String method, String path, @Nullable JsonNode body, BytesReader<T> reader) {
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

    private <T> Answer<T> answer(HttpResponse<byte[]> response, BytesReader<T> reader) throws IOException {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Done<>(reader.read(response.body()));
        }
        JsonNode body = tree(response.body());
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

    private JsonNode tree(byte[] body) throws IOException {
        return body.length == 0 ? json.createObjectNode() : json.readTree(body);
    }

    private HttpRequest.BodyPublisher publisher(@Nullable JsonNode body) throws JsonProcessingException {
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    /** A field that must be there; without it the answer counts as none. */
    public static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException("follow-executor gave no " + field);
        }
        return node.path(field).asText();
    }

    /** Reads an answer; throws {@link IllegalArgumentException} when it is not what was promised. */
    public interface JsonReader<T> {
        T read(JsonNode answer);
    }

    /** The same of bytes. */
    public interface BytesReader<T> {
        T read(byte[] answer) throws IOException;
    }
}
