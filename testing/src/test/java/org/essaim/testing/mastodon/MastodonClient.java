package org.essaim.testing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;

/** A client with a token, as plain as a test needs. */
final class MastodonClient implements AutoCloseable {

    private final Api api;
    private final Map<String, String> headers;

    private MastodonClient(Api api, String token) {
        this.api = api;
        this.headers = Map.of("Authorization", "Bearer " + token);
    }

    static MastodonClient of(FakeMastodon mastodon, String username) {
        return new MastodonClient(
                new Api(mastodon.uri()),
                mastodon.control().token(username, "read:accounts read:follows write:follows"));
    }

    /** Limit, remaining and reset as the headers give them. */
    static List<String> limit(Answer answer) {
        return Stream.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
                .map(name -> answer.headers().firstValue(name).orElse("none"))
                .toList();
    }

    Answer get(String pathAndQuery) {
        return api.get(pathAndQuery.replace("[]", "%5B%5D"), headers);
    }

    Answer follow(String id) {
        return api.send("POST", "/api/v1/accounts/" + id + "/follow", "", headers);
    }

    Answer search(String address) {
        return get("/api/v1/accounts/search?q=" + address + "&resolve=true&limit=1");
    }

    String resolve(String address) {
        return search(address).succeeded().json().path(0).path("id").asText();
    }

    JsonNode account(String id) {
        return get("/api/v1/accounts/" + id).succeeded().json();
    }

    JsonNode relationship(String id) {
        return get("/api/v1/accounts/relationships?id[]=" + id)
                .succeeded()
                .json()
                .path(0);
    }

    @Override
    public void close() {
        api.close();
    }
}
