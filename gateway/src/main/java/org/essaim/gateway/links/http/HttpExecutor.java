package org.essaim.gateway.links.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.executor.http.ExecutorCalls;
import org.essaim.gateway.links.Executor;
import org.jspecify.annotations.Nullable;

/** Links at follow-executor. */
@ApplicationScoped
public class HttpExecutor implements Executor {

    private final ExecutorCalls executor;

    public HttpExecutor(ExecutorCalls executor) {
        this.executor = executor;
    }

    @Override
    public Answer<Dance> begin(Word word, Network network, String account, Purpose purpose) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("network", network.name())
                .put("account", account)
                .put("purpose", purpose.name())
                .put("session", word.session());
        return executor.call(word, "POST", "/links", body, answer -> {
            String expires = answer.path("expiresAt").asText("");
            return new Dance(
                    ExecutorCalls.text(answer, "authorizationUrl"), expires.isEmpty() ? null : Instant.parse(expires));
        });
    }

    @Override
    public Answer<Linked> complete(Word word, Returned returned) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("state", returned.state())
                .put("session", word.session());
        putIfGiven(body, "code", returned.code());
        putIfGiven(body, "iss", returned.iss());
        putIfGiven(body, "error", returned.error());
        return executor.call(word, "POST", "/links/completions", body, HttpExecutor::linked);
    }

    private static Linked linked(JsonNode answer) {
        JsonNode account = answer.path("account");
        List<String> scopes = new ArrayList<>();
        answer.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new Linked(
                new TargetAccount(
                        Network.valueOf(ExecutorCalls.text(account, "network")),
                        ExecutorCalls.text(account, "id"),
                        ExecutorCalls.text(account, "handle")),
                answer.path("canFollow").asBoolean(),
                scopes);
    }

    @Override
    public Answer<Unlinked> revoke(Word word, String account) {
        return executor.call(word, "DELETE", "/grants" + ofAccount(account), null, answer -> new Unlinked());
    }

    @Override
    public Answer<String> followingList(Word word, String account) {
        return executor.bytes(
                word,
                "GET",
                "/following.csv" + ofAccount(account),
                null,
                bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static String ofAccount(String account) {
        return "?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8);
    }

    private static void putIfGiven(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
