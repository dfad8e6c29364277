package org.essaim.gateway.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server-sent events as a browser reads them. */
public final class EventStream implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final BufferedReader lines;

    /** Opens a stream; {@code lastSeen} is the id of the last event that was seen, or null. */
    public EventStream(URI address, String token, @Nullable String lastSeen) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the stream answers " + response.statusCode());
            }
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the next event or comment. */
    public Event next() {
        String id = "";
        String data = "";
        String comment = "";
        try {
            String line = lines.readLine();
            while (line != null && !line.isEmpty()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).strip();
                } else if (line.startsWith(":")) {
                    comment = line.substring(1).strip();
                }
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the stream has ended");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id.isEmpty() && data.isEmpty() && comment.isEmpty() ? next() : new Event(id, data, comment);
    }

    /** Waits for the next event that tells something. */
    public Event nextState() {
        Event event = next();
        return event.data().isEmpty() ? nextState() : event;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** One event, or a comment with empty data. */
    public record Event(String id, String data, String comment) {}
}
