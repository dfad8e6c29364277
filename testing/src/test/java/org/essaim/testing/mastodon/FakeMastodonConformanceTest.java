package org.essaim.testing.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.essaim.testing.mastodon.Recording.Exchange;
import org.essaim.testing.web.Answer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Asks the stand-in what a real Mastodon was asked, in an equal state, and holds its answers to the recorded ones. */
class FakeMastodonConformanceTest {

    /** Recordings that are left out, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "list_add_remove_account.yaml",
                    "lists of accounts are no part of following, and Essaim never asks for them",
            "list_create.yaml", "lists of accounts are no part of following, and Essaim never asks for them");

    /** Requests inside other recordings that are not replayed, and why. */
    private static final Map<String, String> NOT_REPLAYED = Map.of(
            "POST /api/v1/statuses",
                    "the stand-in keeps no posts; how it refuses is replayed where the recording refuses",
            "POST /api/v1/statuses/:id/reblog", "the stand-in keeps no posts",
            "DELETE /api/v1/statuses/:id", "the stand-in keeps no posts",
            "GET /api/v1/notifications", "notifications are no part of following",
            "GET /api/v1/timelines/home",
                    "the stand-in keeps no posts; how it refuses is replayed where the recording refuses");

    private static final Set<String> COMPARED_HEADERS = Set.of(
            "content-type",
            "link",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "www-authenticate");

    @TestFactory
    Stream<DynamicTest> standInShouldAnswerAsRecorded() {
        List<Recording> recordings = recordings();
        Shapes shapes = new Shapes();
        recordings.forEach(recording -> recording
                .exchanges()
                .forEach(exchange -> shapes.learn(place(exchange.endpoint(), exchange.status()), exchange.body())));
        return recordings.stream()
                .filter(recording -> !LEFT_OUT.containsKey(recording.name()))
                .map(recording -> DynamicTest.dynamicTest(recording.name(), () -> replay(recording, shapes)));
    }

    @Test
    void everyRecordingShouldBeReplayedOrLeftOutForAReason() {
        List<String> names = recordings().stream().map(Recording::name).toList();
        assertThat(names).containsAll(LEFT_OUT.keySet());
        assertThat(recordings().stream()
                        .filter(recording -> !LEFT_OUT.containsKey(recording.name()))
                        .filter(recording -> recording.exchanges().stream().noneMatch(this::isReplayed)))
                .as("recordings of which nothing is replayed")
                .isEmpty();
    }

    private void replay(Recording recording, Shapes shapes) {
        try (RecordedWorld world = new RecordedWorld(recording)) {
            for (Exchange exchange : recording.exchanges()) {
                if (isReplayed(exchange)) {
                    Answer answer = world.ask(exchange);
                    assertThat(differences(exchange, answer, shapes))
                            .as(exchange.method() + " " + exchange.uri())
                            .isEmpty();
                    world.learn(exchange, answer);
                }
            }
        }
    }

    private static List<String> differences(Exchange exchange, Answer answer, Shapes shapes) {
        List<String> different = new ArrayList<>();
        if (answer.status() != exchange.status()) {
            return List.of("status " + answer.status() + " instead of " + exchange.status() + ": " + answer.body());
        }
        Map<String, String> headers = headers(answer);
        Set<String> recorded = new TreeSet<>(exchange.headers().keySet());
        recorded.retainAll(COMPARED_HEADERS);
        if (!headers.keySet().equals(recorded)) {
            different.add("headers " + headers.keySet() + " instead of " + recorded);
        }
        Stream.of("content-type", "x-ratelimit-limit")
                .filter(name ->
                        recorded.contains(name) && !exchange.headers().get(name).equals(headers.get(name)))
                .forEach(name -> different.add(name + " " + headers.get(name)));
        JsonNode body = answer.json();
        different.addAll(shapes.complaints(place(exchange.endpoint(), exchange.status()), body));
        if (body.isArray() && body.size() != exchange.body().size()) {
            different.add(body.size() + " items instead of " + exchange.body().size());
        }
        different.addAll(flags(exchange.body(), body));
        return different;
    }

    /** Relationships must say yes and no where the recorded ones do. */
    private static List<String> flags(JsonNode recorded, JsonNode answered) {
        JsonNode expected = recorded.isArray() ? recorded.path(0) : recorded;
        JsonNode actual = answered.isArray() ? answered.path(0) : answered;
        if (!expected.has("showing_reblogs")) {
            return List.of();
        }
        return expected.properties().stream()
                .filter(field ->
                        field.getValue().isBoolean() && !field.getValue().equals(actual.get(field.getKey())))
                .map(field -> field.getKey() + " is " + actual.get(field.getKey()))
                .toList();
    }

    private static Map<String, String> headers(Answer answer) {
        Map<String, String> headers = new TreeMap<>();
        COMPARED_HEADERS.forEach(
                name -> answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    private boolean isReplayed(Exchange exchange) {
        return exchange.status() >= 400 || !NOT_REPLAYED.containsKey(exchange.endpoint());
    }

    private static String place(String endpoint, int status) {
        return endpoint + " " + status + " ";
    }

    private static List<Recording> recordings() {
        Path folder = Path.of(System.getProperty("essaim.shared", "../shared")).resolve("recordings/mastodon");
        assumeTrue(
                Files.isDirectory(folder),
                "The recordings of a real Mastodon are not here (system property essaim.shared): nothing is compared");
        return Recording.all(folder);
    }
}
