package org.essaim.executor.bluesky.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.guard.ServerTime;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.json.Json;
import org.essaim.executor.linking.clients.PublicClient;
import org.jspecify.annotations.Nullable;

/**
 * Who Essaim is to an authorization server: the client whose metadata stands under our public address, proving itself by
 * {@code private_key_jwt}; or, where that address is no https one, the profile's development client without a key.
 */
public final class OAuthClient implements PublicClient {

    /** Says who somebody is, and allows nothing. */
    static final String IDENTITY_SCOPE = "atproto";

    static final String PRECISE_SCOPE = "atproto repo:app.bsky.graph.follow?action=create&action=delete";

    /** For servers that do not know precise scopes. */
    static final String BROAD_SCOPE = "atproto transition:generic";

    private static final String ALL_SCOPES = PRECISE_SCOPE + " transition:generic";
    private static final Duration ASSERTION_VALIDITY = Duration.ofMinutes(1);

    private final BlueskySettings settings;
    private final InstantSource clock;
    private final @Nullable ECKey key;

    /**
     * Reads our key, where we need one.
     *
     * @throws IllegalArgumentException when the public address needs a key and there is no usable one
     */
    public OAuthClient(BlueskySettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.key = settings.isDevelopmentClient() ? null : keyOf(settings.clientKey());
    }

    private static ECKey keyOf(@Nullable String jwk) {
        try {
            ECKey key = jwk == null ? null : ECKey.parse(jwk);
            if (key != null && key.isPrivate() && key.getKeyID() != null) {
                return key;
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("essaim.executor.bluesky.client-key is not a JWK");
        }
        throw new IllegalArgumentException(
                "essaim.executor.bluesky.client-key must be a private P-256 JWK with a kid when the public URL is https");
    }

    String clientId() {
        if (!settings.isDevelopmentClient()) {
            return settings.publicUrl() + "/oauth/client-metadata.json";
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("redirect_uri", settings.redirectUri().toString());
        query.put("scope", ALL_SCOPES);
        return "http://localhost?" + WebRequest.encode(query);
    }

    String redirectUri() {
        return settings.redirectUri().toString();
    }

    /** The form fields by which the client names and proves itself to an issuer, by the issuer's clock. */
    Map<String, String> credentials(String issuer, ServerTime time) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId());
        ECKey signing = key;
        if (signing != null) {
            Instant now = time.onTheirs(clock.instant());
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(clientId())
                    .subject(clientId())
                    .audience(issuer)
                    .jwtID(UUID.randomUUID().toString())
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(ASSERTION_VALIDITY)))
                    .build();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(signing.getKeyID())
                    .build();
            form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            form.put("client_assertion", DpopWeb.sign(header, claims, signing));
        }
        return form;
    }

    /** The document that {@code client_id} leads to. */
    @Override
    public String metadata() {
        ObjectNode metadata = Json.object();
        metadata.put("client_id", clientId());
        metadata.put("client_name", "Essaim");
        metadata.put("client_uri", settings.publicUrl().toString());
        metadata.put("application_type", "web");
        metadata.putArray("grant_types").add("authorization_code").add("refresh_token");
        metadata.putArray("response_types").add("code");
        metadata.putArray("redirect_uris").add(redirectUri());
        metadata.put("scope", ALL_SCOPES);
        metadata.put("dpop_bound_access_tokens", true);
        if (key == null) {
            metadata.put("token_endpoint_auth_method", "none");
        } else {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.put("token_endpoint_auth_signing_alg", "ES256");
            metadata.put("jwks_uri", settings.publicUrl() + "/oauth/jwks.json");
        }
        return metadata.toString();
    }

    /** Our public key, none as a development client. */
    @Override
    public String jwks() {
        return key == null ? "{\"keys\":[]}" : new JWKSet(key).toString(true);
    }
}
