package org.essaim.gateway.links.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.links.ExecutorDocuments;

/** Reads the two public documents of follow-executor. */
@ApplicationScoped
public class HttpExecutorDocuments implements ExecutorDocuments {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI executor;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public HttpExecutorDocuments(GatewayConfig config) {
        this.executor = config.executorUrl();
    }

    @Override
    public Optional<String> read(Name name) {
        String path = switch (name) {
            case CLIENT_METADATA -> "/oauth/client-metadata.json";
            case KEYS -> "/oauth/jwks.json";
        };
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(executor.resolve(path))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
