package org.essaim.testing.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small JSON client for what a test or the demo asks of a server; safe for use by several threads. */
public final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI base;
    private final HttpClient http;

    /**
     * A client of one server.
     *
     * @param base scheme, host and port, without a path
     */
    public Api(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    public Answer get(String pathAndQuery, Map<String, String> headers) {
        return send("GET", pathAndQuery, "", headers);
    }

    public Answer post(String path, JsonNode body, Map<String, String> headers) {
        return send("POST", path, body.toString(), with(headers, "application/json"));
    }

    public Answer postForm(String path, Map<String, String> form, Map<String, String> headers) {
        return send("POST", path, Parameters.encode(form), with(headers, "application/x-www-form-urlencoded"));
    }

    /** Sends a request; UncheckedIOException when no answer comes. */
    public Answer send(String method, String pathAndQuery, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(pathAndQuery))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + base, e);
        }
    }

    public URI base() {
        return base;
    }

    @Override
    public void close() {
        http.close();
    }

    static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer is not JSON", e);
        }
    }

    private static Map<String, String> with(Map<String, String> headers, String contentType) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", contentType);
        return all;
    }
}
