package org.essaim.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's browser for one walk: keeps cookies a host and port (secure ones too, as browsers do on loopback), and goes
 * from page to page only where it is told, so that the walk sees every redirect. Not for use by several threads.
 */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern ENDED = Pattern.compile(";\\s*Max-Age=0\\s*(;|$)", Pattern.CASE_INSENSITIVE);

    private final HttpClient http;
    private final Map<String, Map<String, String>> cookies;

    public Browser() {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        this.cookies = new TreeMap<>();
    }

    /** Opens an address as a person who clicks a link on another site does. */
    public Page open(URI address) {
        return send(
                address,
                "GET",
                BodyPublishers.noBody(),
                Map.of(
                        "Accept", "text/html,application/xhtml+xml",
                        "Sec-Fetch-Site", "cross-site",
                        "Sec-Fetch-Mode", "navigate",
                        "Sec-Fetch-Dest", "document",
                        "Upgrade-Insecure-Requests", "1"));
    }

    /** Submits a form of a page with the fields that a person filled in over the hidden ones. */
    public Page submit(Form form, Map<String, String> filledIn) {
        Map<String, String> fields = new LinkedHashMap<>(form.hidden());
        fields.putAll(filledIn);
        return send(
                form.action(),
                "POST",
                BodyPublishers.ofString(Parameters.encode(fields)),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
    }

    public Page send(URI address, String method, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        Map<String, String> kept = cookies.getOrDefault(address.getAuthority(), Map.of());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(line -> keep(address, line));
            return new Page(address, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + address.getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + address.getAuthority(), e);
        }
    }

    /** A cookie that the host of this address has set. */
    public Optional<String> cookie(URI address, String name) {
        return Optional.ofNullable(
                cookies.getOrDefault(address.getAuthority(), Map.of()).get(name));
    }

    @Override
    public void close() {
        http.close();
    }

    private void keep(URI address, String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        if (pair.length == 2) {
            Map<String, String> kept = cookies.computeIfAbsent(address.getAuthority(), host -> new TreeMap<>());
            kept.put(pair[0].strip(), pair[1].strip());
            if (ENDED.matcher(line).find()) {
                kept.remove(pair[0].strip());
            }
        }
    }
}
