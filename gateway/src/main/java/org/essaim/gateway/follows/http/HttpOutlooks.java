package org.essaim.gateway.follows.http;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.essaim.gateway.follows.Outlooks;
import org.jspecify.annotations.Nullable;

/** {@code GET /progress} of follow-executor. */
@ApplicationScoped
public class HttpOutlooks implements Outlooks {

    private final ExecutorCalls executor;

    public HttpOutlooks(ExecutorCalls executor) {
        this.executor = executor;
    }

    @Override
    public Answer<List<Outlook>> of(Word word) {
        return executor.call(word, "GET", "/progress", null, HttpOutlooks::outlooks);
    }

    @Override
    public Answer<List<Outlook>> with(Word word, String account, int more) {
        String query = "?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "&more=" + more;
        return executor.call(word, "GET", "/progress" + query, null, HttpOutlooks::outlooks);
    }

    private static List<Outlook> outlooks(JsonNode answer) {
        List<Outlook> outlooks = new ArrayList<>();
        answer.forEach(one -> {
            JsonNode account = one.path("account");
            outlooks.add(new Outlook(
                    new TargetAccount(
                            Network.valueOf(ExecutorCalls.text(account, "network")),
                            ExecutorCalls.text(account, "id"),
                            ExecutorCalls.text(account, "handle")),
                    one.path("open").asLong(),
                    RunStanding.valueOf(ExecutorCalls.text(one, "standing")),
                    instantOrNull(one.path("next")),
                    instantOrNull(one.path("endsAt"))));
        });
        return outlooks;
    }

    private static @Nullable Instant instantOrNull(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : null;
    }
}
