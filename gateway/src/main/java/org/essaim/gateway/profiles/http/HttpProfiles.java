package org.essaim.gateway.profiles.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.executor.Answer;
import org.essaim.gateway.executor.Word;
import org.essaim.gateway.executor.http.ExecutorCalls;
import org.essaim.gateway.profiles.Profiles;
import org.jspecify.annotations.Nullable;

/** {@code POST /profiles} and {@code GET /pictures/DIGEST} of follow-executor. */
@ApplicationScoped
public class HttpProfiles implements Profiles {

    private final ExecutorCalls executor;

    public HttpProfiles(ExecutorCalls executor) {
        this.executor = executor;
    }

    @Override
    public Answer<List<Profile>> of(Word word, List<TargetAccount> accounts) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        accounts.forEach(account -> body.addObject()
                .put("network", account.network().name())
                .put("id", account.id())
                .put("handle", account.handle()));
        return executor.call(word, "POST", "/profiles", body, HttpProfiles::profiles);
    }

    @Override
    public Answer<byte[]> picture(Word word, String digest) {
        return executor.bytes(word, "GET", "/pictures/" + digest, null, bytes -> bytes);
    }

    private static List<Profile> profiles(JsonNode answer) {
        List<Profile> profiles = new ArrayList<>();
        answer.forEach(one -> {
            JsonNode account = one.path("account");
            profiles.add(new Profile(
                    new TargetAccount(
                            Network.valueOf(ExecutorCalls.text(account, "network")),
                            ExecutorCalls.text(account, "id"),
                            ExecutorCalls.text(account, "handle")),
                    textOrNull(one.path("name")),
                    textOrNull(one.path("picture")),
                    one.path("known").asBoolean()));
        });
        return profiles;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
