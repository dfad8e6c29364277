package org.essaim.testing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a stand-in sees it.
 *
 * @param parameters of the query and of a form body; of a JSON body too, as far as its fields are plain values or lists
 * @param remoteAddress of the caller, without port
 */
public record WebRequest(
        String method,
        String path,
        Parameters query,
        Parameters parameters,
        Headers headers,
        String body,
        String remoteAddress) {

    private static final JsonMapper JSON = new JsonMapper();

    static WebRequest of(
            String method, String path, String rawQuery, Headers headers, String body, String remoteAddress) {
        Parameters query = Parameters.parse(rawQuery);
        return new WebRequest(
                method, path, query, bodyParameters(headers, body).and(query), headers, body, remoteAddress);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    /** Name and secret of HTTP Basic authentication, in this order; empty when there is none that can be read. */
    public Optional<List<String>> basic() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .map(value ->
                        new String(Base64.getDecoder().decode(value.substring(6).strip()), UTF_8))
                .map(pair -> List.of(pair.split(":", 2)))
                .filter(pair -> pair.size() == 2);
    }

    public Optional<String> cookie(String name) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";")).stream())
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** The body as JSON; an empty object when there is no body. Throws IllegalArgumentException when it is not JSON. */
    public JsonNode json() {
        return body.isEmpty() ? JSON.createObjectNode() : read(body);
    }

    @Override
    public String toString() {
        return "WebRequest[" + method + " " + path + "]";
    }

    private static Parameters bodyParameters(Headers headers, String body) {
        String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return Parameters.parse(body);
        }
        return type.startsWith("application/json") && !body.isEmpty() ? fields(read(body)) : Parameters.NONE;
    }

    private static Parameters fields(JsonNode json) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            List<String> texts = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(item -> texts.add(item.asText()));
            } else {
                texts.add(field.getValue().asText());
            }
            values.put(field.getKey(), texts);
        });
        return new Parameters(values);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not JSON", e);
        }
    }
}
