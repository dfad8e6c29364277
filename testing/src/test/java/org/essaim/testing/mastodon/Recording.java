package org.essaim.testing.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a real Mastodon answered, in the order it was asked. */
record Recording(String name, List<Exchange> exchanges) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /**
     * One request and its answer.
     *
     * @param requestHeaders and {@code headers} by lower-case name
     */
    record Exchange(
            String method,
            String uri,
            String requestBody,
            Map<String, String> requestHeaders,
            int status,
            Map<String, String> headers,
            JsonNode body) {

        /** Method and path without host, query and numbers: what the answer's shape belongs to. */
        String endpoint() {
            String path = uri.replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
            return method + " " + path.replaceAll("/[0-9]+", "/:id").replaceFirst("/$", "");
        }
    }

    static List<Recording> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording read(Path file) {
        try {
            List<Exchange> exchanges = new ArrayList<>();
            for (JsonNode item : YAML.readTree(file.toFile()).path("interactions")) {
                JsonNode request = item.path("request");
                JsonNode response = item.path("response");
                exchanges.add(new Exchange(
                        request.path("method").asText(),
                        request.path("uri").asText(),
                        request.path("body").asText("").replace("null", ""),
                        headers(request.path("headers")),
                        response.path("status").path("code").asInt(),
                        headers(response.path("headers")),
                        json(response.path("body").path("string").asText())));
            }
            return new Recording(file.getFileName().toString(), exchanges);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(JsonNode headers) {
        Map<String, String> all = new TreeMap<>();
        headers.properties()
                .forEach(header -> all.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().path(0).asText()));
        return all;
    }
}
