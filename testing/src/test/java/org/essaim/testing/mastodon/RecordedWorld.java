package org.essaim.testing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.essaim.testing.mastodon.Recording.Exchange;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.state.Fediverse;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;

/** A stand-in with the accounts, tokens and app that a recording was made with, under the names the recording uses. */
final class RecordedWorld implements AutoCloseable {

    private static final String PASSWORD = "5fc638e0e53eafd9c4145b6bb852667d";
    private static final String TOKEN = "__MASTODON_PY_TEST_ACCESS_TOKEN";
    private static final String ALL = "read write follow push profile";

    private final MovableClock clock = new MovableClock("2026-08-01T13:47:00.037659Z");
    private final FakeMastodon mastodon;
    private final Api api;
    /** What stands in recorded requests, and what to send instead; longer ones first where one starts another. */
    private final Map<String, String> renamed = new LinkedHashMap<>();

    RecordedWorld(Recording recording) {
        boolean older = recording.name().equals("zzz_revoke.yaml");
        this.mastodon =
                FakeMastodon.start(0, new Fediverse(), older ? Release.V4_4 : Release.V4_6, Limits.STANDARD, clock);
        this.api = new Api(mastodon.uri());
        people(recording);
        Map<String, String> app = app();
        renamed.put(TOKEN + "_2", mastodon.control().token("admin", ALL));
        if (!older) {
            renamed.put(TOKEN + "_3", mastodon.control().token("mastodonpy_test_2", ALL));
            renamed.put(TOKEN, mastodon.control().token("mastodonpy_test", ALL));
        }
        renamed.put("DUMMY", "Bearer " + mastodon.control().token("halcy", ALL));
        renamed.putAll(app);
        renamed.put("localhost%3A3000", mastodon.domain().replace(":", "%3A"));
        renamed.put("%40localhost", "%40" + mastodon.domain().replace(":", "%3A"));
    }

    /** Sends a recorded request; every one comes a few seconds after the one before. */
    Answer ask(Exchange exchange) {
        clock.advance(Duration.ofSeconds(5));
        Map<String, String> headers = new LinkedHashMap<>();
        List.of("authorization", "content-type").forEach(name -> {
            if (exchange.requestHeaders().containsKey(name)) {
                headers.put(name, here(exchange.requestHeaders().get(name)));
            }
        });
        String target = exchange.uri().replaceFirst("^https?://[^/]+", "");
        return api.send(exchange.method(), here(target), here(exchange.requestBody()), headers);
    }

    /** Remembers what the answer gave that later requests use: a token. */
    void learn(Exchange exchange, Answer answer) {
        if (exchange.endpoint().equals("POST /oauth/token")) {
            renamed.put(
                    exchange.body().path("access_token").asText(),
                    answer.json().path("access_token").asText());
        }
    }

    @Override
    public void close() {
        api.close();
        mastodon.close();
    }

    private void people(Recording recording) {
        MastodonControl control = mastodon.control();
        control.createAccount(JsonNodeFactory.instance
                .objectNode()
                .put("username", "mastodonpy_test")
                .put("locked", true)
                .put("hidesCollections", recording.exchanges().stream().anyMatch(RecordedWorld::hidesCollections)));
        control.createAccount("admin");
        control.createAccount("admin2");
        control.createAccount(JsonNodeFactory.instance
                .objectNode()
                .put("username", "mastodonpy_test_2")
                .put("password", PASSWORD)
                .put("discoverable", true));
        control.createAccount("halcy");
        MastodonAccount friend = control.createAccount("friend");
        control.follow("halcy", "friend");
        control.follow("friend", "halcy");
        renamed.put("23972", friend.id());
        recording.exchanges().forEach(exchange -> accountIds(exchange.body()));
    }

    private static boolean hidesCollections(Exchange exchange) {
        return exchange.body().findValues("hide_collections").stream().anyMatch(JsonNode::asBoolean);
    }

    /** Finds the accounts of a recorded answer and notes which of ours each one is. */
    private void accountIds(JsonNode body) {
        if (body.has("username") && body.has("acct")) {
            String id = api.get(
                            "/api/v1/accounts/lookup?acct="
                                    + body.path("username").asText(),
                            Map.of())
                    .succeeded()
                    .json()
                    .path("id")
                    .asText();
            renamed.put(body.path("id").asText(), id);
        }
        body.forEach(this::accountIds);
    }

    private Map<String, String> app() {
        JsonNode registered = api.postForm(
                        "/api/v1/apps",
                        Map.of("client_name", "Recorded", "redirect_uris", "urn:ietf:wg:oauth:2.0:oob", "scopes", ALL),
                        Map.of())
                .succeeded()
                .json();
        return Map.of(
                "__MASTODON_PY_TEST_CLIENT_ID", registered.path("client_id").asText(),
                "__MASTODON_PY_TEST_CLIENT_SECRET",
                        registered.path("client_secret").asText());
    }

    private String here(String text) {
        String sent = text;
        for (Map.Entry<String, String> name : renamed.entrySet()) {
            sent = sent.replace(name.getKey(), name.getValue());
        }
        return sent;
    }
}
