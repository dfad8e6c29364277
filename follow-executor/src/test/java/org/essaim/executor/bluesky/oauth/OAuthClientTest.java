package org.essaim.executor.bluesky.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.guard.ServerTime;
import org.essaim.executor.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who we are where the public address is an https one: a confidential client. */
class OAuthClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ISSUER = "https://bsky.example";
    private static final String CLIENT = "https://essaim.example/oauth/client-metadata.json";

    private static ECKey key() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
    }

    private static OAuthClient client(@Nullable String key) {
        URI home = URI.create("https://essaim.example");
        return new OAuthClient(
                new BlueskySettings(
                        home, home, Optional.empty(), home, URI.create("https://essaim.example/link/callback"), key),
                () -> NOW);
    }

    @Test
    void clientShouldProveItselfToOneIssuerForAMomentWhenItHasAKey() throws JOSEException, ParseException {
        ECKey key = key();

        Map<String, String> form = client(key.toJSONString()).credentials(ISSUER, ServerTime.SAME);

        assertThat(form)
                .containsEntry("client_id", CLIENT)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        assertThat(assertion.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(assertion.getHeader().getKeyID()).isEqualTo("2026");
        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(CLIENT);
        assertThat(claims.getSubject()).isEqualTo(CLIENT);
        assertThat(claims.getAudience()).containsExactly(ISSUER);
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(60)));
    }

    @Test
    void assertionShouldBeGoodOnceAndDatedByTheIssuersClock() throws JOSEException, ParseException {
        OAuthClient client = client(key().toJSONString());
        ServerTime ahead = new ServerTime(Duration.ofMinutes(10));

        var first = SignedJWT.parse(client.credentials(ISSUER, ahead).get("client_assertion"))
                .getJWTClaimsSet();
        var second = SignedJWT.parse(client.credentials(ISSUER, ahead).get("client_assertion"))
                .getJWTClaimsSet();

        assertThat(first.getJWTID()).isNotEqualTo(second.getJWTID());
        assertThat(first.getIssueTime()).isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(10))));
    }

    @Test
    void metadataShouldSayHowWeProveOurselvesAndThePrivateKeyStayHere() throws JOSEException, ParseException {
        OAuthClient client = client(key().toJSONString());

        var metadata = Json.read(client.metadata());

        assertThat(metadata.path("client_id").asText()).isEqualTo(CLIENT);
        assertThat(metadata.path("token_endpoint_auth_method").asText()).isEqualTo("private_key_jwt");
        assertThat(metadata.path("token_endpoint_auth_signing_alg").asText()).isEqualTo("ES256");
        assertThat(metadata.path("jwks_uri").asText()).isEqualTo("https://essaim.example/oauth/jwks.json");
        assertThat(metadata.path("dpop_bound_access_tokens").asBoolean()).isTrue();
        assertThat(JWKSet.parse(client.jwks()).getKeys())
                .singleElement()
                .satisfies(published -> assertThat(published.isPrivate()).isFalse());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"no JWK", "{\"kty\":\"EC\"}"})
    void serviceShouldNotStartWhenItHasNoUsableKey(@Nullable String key) {
        assertThatThrownBy(() -> client(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void serviceShouldNotStartWhenItsKeyHasNoNameOrNoPrivatePart() throws JOSEException {
        String nameless = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        String open = key().toPublicJWK().toJSONString();

        assertThatThrownBy(() -> client(nameless)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client(open)).isInstanceOf(IllegalArgumentException.class);
    }
}
