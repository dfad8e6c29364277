package org.essaim.local.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.essaim.contracts.Findability;
import org.essaim.contracts.Network;
import org.essaim.contracts.XId;
import org.essaim.testing.web.Parameters;

/**
 * The gateway's public API as one signed-in person uses it. A gateway that is away for a moment is asked again, as a person
 * reloads a page: every call here may be repeated.
 */
public final class Gateway {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TRIES = 120;

    private final HttpClient http;
    private final URI base;
    private final Session session;

    /**
     * The API for one person.
     *
     * @param http shared by everybody: connections are dear
     */
    public Gateway(HttpClient http, URI base, Session session) {
        this.http = http;
        this.base = base;
        this.session = session;
    }

    public void chooseFindability(Findability choice) {
        send("PUT", "/me/findability", JSON.createObjectNode().put("choice", choice.name()));
    }

    public void withdrawFindability() {
        send("DELETE", "/me/findability", JSON.createObjectNode());
    }

    public void followArrivals() {
        send("PUT", "/me/consents/follow-arrivals", JSON.createObjectNode());
    }

    /** Reads the X account that X named at sign-in. */
    public JsonNode refreshXAccount() {
        return send("POST", "/me/x-account/refresh", JSON.createObjectNode());
    }

    /**
     * Links an account.
     *
     * @param typed the account as a person types it
     * @param atNetwork what the person does on the network's page: gets its address, gives the address that the network
     *     sends the browser to
     */
    public void link(Network network, String typed, UnaryOperator<URI> atNetwork) {
        ObjectNode wish = JSON.createObjectNode().put("network", network.name()).put("account", typed);
        JsonNode dance = send("POST", "/me/links", wish);
        URI back = atNetwork.apply(URI.create(dance.path("authorizationUrl").asText()));
        Parameters answer = Parameters.parse(back.getRawQuery());
        ObjectNode completion = JSON.createObjectNode();
        for (String part : new String[] {"state", "code", "iss", "error"}) {
            answer.one(part).ifPresent(value -> completion.put(part, value));
        }
        send("POST", "/me/links/completions", completion);
    }

    public UUID beginMigration() {
        return UUID.fromString(
                send("POST", "/migrations", JSON.createObjectNode()).path("id").asText());
    }

    /** Brings a whole archive; gives the id of the upload. */
    public String bringArchive(UUID migration, byte[] zip) {
        return upload(migration, "application/zip", zip);
    }

    /** Brings an extract; gives the id of the upload. */
    public String bringExtract(UUID migration, JsonNode extract) {
        return upload(
                migration,
                "application/vnd.essaim.extract+json",
                extract.toString().getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode migration(UUID migration) {
        return get("/migrations/" + migration);
    }

    /** One page of the matches; {@code cursor} empty for the first. */
    public JsonNode matches(UUID migration, String cursor) {
        return get("/migrations/" + migration + "/matches?limit=200" + after(cursor));
    }

    /** One page of the follows; {@code cursor} empty for the first. */
    public JsonNode follows(UUID migration, String cursor) {
        return get("/migrations/" + migration + "/follows?limit=200" + after(cursor));
    }

    public void confirm(UUID migration, XId match) {
        ObjectNode decision = JSON.createObjectNode().put("decision", "CONFIRM");
        decision.putArray("matches").add(match.asString());
        send("POST", "/migrations/" + migration + "/decisions", decision);
    }

    public void confirmAll(UUID migration) {
        send(
                "POST",
                "/migrations/" + migration + "/decisions",
                JSON.createObjectNode().put("decision", "CONFIRM").put("all", true));
    }

    /** Plans the follows of all confirmed matches on every linked account. */
    public void plan(UUID migration) {
        send("POST", "/migrations/" + migration + "/plans", JSON.createObjectNode());
    }

    public void pause(UUID migration) {
        send("POST", "/migrations/" + migration + "/pause", JSON.createObjectNode());
    }

    public void resume(UUID migration) {
        send("POST", "/migrations/" + migration + "/resume", JSON.createObjectNode());
    }

    private String upload(UUID migration, String type, byte[] bytes) {
        return exchange("PUT", "/migrations/" + migration + "/archive", type, BodyPublishers.ofByteArray(bytes))
                .path("archive")
                .asText();
    }

    private JsonNode get(String path) {
        return exchange("GET", path, "application/json", BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, ObjectNode body) {
        return exchange(method, path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    private JsonNode exchange(String method, String path, String type, BodyPublisher body) {
        for (int attempt = 1; ; attempt++) {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + session.accessToken())
                    .header("Content-Type", type)
                    .method(method, body)
                    .build();
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
                }
                if (attempt == TRIES || !isPassing(response.statusCode())) {
                    throw new IllegalStateException(
                            method + " " + path + " answers " + response.statusCode() + ": " + response.body());
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException("the gateway does not answer", e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
    }

    private static boolean isPassing(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while asking the gateway", e);
    }

    private static String after(String cursor) {
        return cursor.isEmpty() ? "" : "&" + Parameters.encode(Map.of("cursor", cursor));
    }
}
