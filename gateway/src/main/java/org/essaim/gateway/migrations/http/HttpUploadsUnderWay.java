package org.essaim.gateway.migrations.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.migrations.UploadsUnderWay;
import org.jboss.logging.Logger;

/** {@code GET} and {@code DELETE /api/members/MEMBER/uploads/ARCHIVE} of archive-ingest. */
@ApplicationScoped
public class HttpUploadsUnderWay implements UploadsUnderWay {

    private static final Logger LOG = Logger.getLogger(HttpUploadsUnderWay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final ObjectMapper json;
    private final URI ingest;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public HttpUploadsUnderWay(OidcClient client, ObjectMapper json, GatewayConfig config) {
        this.client = client;
        this.json = json;
        this.ingest = config.ingestUrl();
    }

    @Override
    public Reading of(MemberId member, UUID archive) {
        return call("GET", member, archive, this::reading, new Reading.Unreachable());
    }

    private Reading reading(HttpResponse<byte[]> response) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> underWay(json.readTree(response.body()));
            case 404 -> new Reading.NotThere();
            default -> new Reading.Unreachable();
        };
    }

    private static Reading underWay(JsonNode body) {
        String state = body.path("state").asText();
        return state.equals("SETTLED")
                ? new Reading.Settled()
                : new Reading.UnderWay(
                        Stage.valueOf(state),
                        body.path("read").asLong(),
                        body.path("total").asLong());
    }

    @Override
    public TakenBack takeBack(MemberId member, UUID archive) {
        return call(
                "DELETE",
                member,
                archive,
                response -> switch (response.statusCode()) {
                    case 202 -> new TakenBack.Done();
                    case 409 -> new TakenBack.TooLate();
                    case 404 -> new TakenBack.NotThere();
                    default -> new TakenBack.Unreachable();
                },
                new TakenBack.Unreachable());
    }

    private <T> T call(String method, MemberId member, UUID archive, Reader<T> reader, T unreachable) {
        URI address = ingest.resolve("/api/members/" + member.asString() + "/uploads/" + archive);
        try {
            String token = tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
            return reader.read(http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("archive-ingest not reached error=%s", e.getClass().getName());
            return unreachable;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable;
        }
    }

    private interface Reader<T> {
        T read(HttpResponse<byte[]> response) throws IOException;
    }
}
