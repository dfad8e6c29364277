package org.essaim.bench.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebRequest;
import org.essaim.testing.web.WebResponse;

/**
 * Signs tokens as Keycloak does and publishes the key. The gateway asks the real one for nothing but its key while bearer tokens
 * come in, and two thousand sign-ins are not what is measured.
 */
final class Issuer implements AutoCloseable {

    private static final String REALM = "/realms/essaim";
    private static final Duration VALID = Duration.ofHours(3);

    private final RSAKey key;
    private final RSASSASigner signer;
    private final LoopbackServer server;

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("bench").generate();
            signer = new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("no key can be made", e);
        }
        server = LoopbackServer.start(0, this::answer);
    }

    String url() {
        return server.baseUri() + REALM;
    }

    private WebResponse answer(WebRequest request) {
        return switch (request.path()) {
            case REALM + "/.well-known/openid-configuration" -> WebResponse.json(200, """
                        {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                         "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout", "userinfo_endpoint": "%1$s/userinfo",
                         "introspection_endpoint": "%1$s/introspect"}
                        """.formatted(url()));
            case REALM + "/certs" -> WebResponse.json(200, new JWKSet(key.toPublicJWK()).toString());
            default -> WebResponse.of(404, "text/plain", "");
        };
    }

    /** A member's token. */
    String token(String subject) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .audience("essaim-gateway")
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of("member")))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.close();
    }
}
