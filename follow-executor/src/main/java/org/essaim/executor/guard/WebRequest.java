package org.essaim.executor.guard;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request. */
public record WebRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body) {

    private static final String PICTURES = "image/jpeg, image/png, image/gif";

    public WebRequest {
        headers = Map.copyOf(headers);
    }

    public static WebRequest get(URI uri) {
        return new WebRequest("GET", uri, Map.of("Accept", "application/json"), null);
    }

    /** For an image; its answer is read with {@link WebResponse#bytes}. */
    public static WebRequest getPicture(URI uri) {
        return new WebRequest("GET", uri, Map.of("Accept", PICTURES), null);
    }

    public boolean wantsPicture() {
        return PICTURES.equals(headers.get("Accept"));
    }

    public static WebRequest postForm(URI uri, Map<String, String> form) {
        return new WebRequest(
                "POST",
                uri,
                Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
                encode(form));
    }

    public static WebRequest postJson(URI uri, String json) {
        return new WebRequest(
                "POST", uri, Map.of("Accept", "application/json", "Content-Type", "application/json"), json);
    }

    public WebRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WebRequest(method, uri, more, body);
    }

    /** Names and values as a query or a form body. */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether it asks for something that everyone may read. */
    public boolean isLook() {
        return method.equals("GET") && !carriesCredentials();
    }

    public boolean carriesCredentials() {
        return headers.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("Authorization"));
    }

    /** The method only: addresses, headers and bodies are personal or secret. */
    @Override
    public String toString() {
        return "WebRequest[" + method + "]";
    }
}
