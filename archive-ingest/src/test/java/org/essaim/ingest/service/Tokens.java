package org.essaim.ingest.service;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tokens as the realm would issue them, signed by a key of this JVM. */
final class Tokens {

    private static final String PRIVATE_KEY = "essaim.test.token-key";

    private Tokens() {}

    /** The key that tokens are checked with; made at the first call, together with the one that signs. */
    static String publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token for an audience with a role of the client archive-ingest. */
    static String withClientRole(String audience, String role) {
        return sign(audience, Map.of("resource_access", Map.of("archive-ingest", Map.of("roles", List.of(role)))));
    }

    /** A token for archive-ingest with a role of the realm. */
    static String withRealmRole(String role) {
        return sign("archive-ingest", Map.of("realm_access", Map.of("roles", List.of(role))));
    }

    private static String sign(String audience, Map<String, Object> claims) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return Jwt.claims(claims)
                    .subject("service")
                    .audience(audience)
                    .expiresIn(Duration.ofMinutes(5))
                    .sign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
