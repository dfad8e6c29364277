package org.essaim.gateway.identities.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberId;
import org.essaim.gateway.GatewayConfig;
import org.essaim.gateway.identities.ListsUnreachableException;
import org.essaim.gateway.identities.MemberLists;

/** {@code GET /api/members/MEMBER/lists/LIST} of archive-ingest; 404 is a member without lists, all else but 200 a failure. */
@ApplicationScoped
public class HttpMemberLists implements MemberLists {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OidcClient client;
    private final ObjectMapper json;
    private final URI ingest;
    private final TokensHelper tokens = new TokensHelper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public HttpMemberLists(OidcClient client, ObjectMapper json, GatewayConfig config) {
        this.client = client;
        this.json = json;
        this.ingest = config.ingestUrl();
    }

    @Override
    public Optional<IdSet> blocks(MemberId member) {
        return read(member, "blocks");
    }

    @Override
    public Optional<IdSet> followings(MemberId member) {
        return read(member, "followings");
    }

    @Override
    public Optional<IdSet> followers(MemberId member) {
        return read(member, "followers");
    }

    @Override
    public Optional<IdSet> mutes(MemberId member) {
        return read(member, "mutes");
    }

    private Optional<IdSet> read(MemberId member, String list) {
        URI address = ingest.resolve("/api/members/" + member.asString() + "/lists/" + list);
        try {
            String token = tokens.getTokens(client).await().atMost(PATIENCE).getAccessToken();
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> Optional.of(ids(response.body()));
                case 404 -> Optional.empty();
                default -> throw new ListsUnreachableException("lists answered " + response.statusCode(), null);
            };
        } catch (IOException | IllegalArgumentException e) {
            throw new ListsUnreachableException("lists not read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ListsUnreachableException("interrupted", e);
        }
    }

    private IdSet ids(byte[] body) throws IOException {
        String packed = json.readTree(body).path("ids").asText();
        return IdSet.unpack(Base64.getDecoder().decode(packed));
    }
}
