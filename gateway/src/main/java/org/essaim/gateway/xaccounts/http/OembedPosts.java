package org.essaim.gateway.xaccounts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.xaccounts.Posts;

/** {@code GET publish.x.com/oembed}: always that host, whatever a person typed; no redirect is followed. */
@ApplicationScoped
class OembedPosts implements Posts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1 << 16;
    private static final Pattern AUTHOR = Pattern.compile("https://(?:x|twitter)\\.com/([A-Za-z0-9_]{1,15})");

    private final URI oembed;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    OembedPosts(GatewayConfig config, ObjectMapper json) {
        this.oembed = config.xPosts();
        this.json = json;
    }

    @Override
    public Reading read(String handle, String post) {
        String address = "https://x.com/" + handle + "/status/" + post;
        URI query = URI.create(oembed + "?omit_script=1&url=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(query).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
            return switch (response.statusCode()) {
                case 200 -> post(json.readTree(response.body()));
                case 403, 404 -> new Reading.NotShown();
                default -> new Reading.Unreachable();
            };
        } catch (IOException e) {
            return new Reading.Unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reading.Unreachable();
        }
    }

    private static Reading post(JsonNode body) {
        Matcher author = AUTHOR.matcher(body.path("author_url").asText());
        return author.matches()
                ? new Reading.Post(author.group(1), body.path("html").asText())
                : new Reading.Unreachable();
    }
}
