package org.essaim.executor.service.scene;

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
public final class Tokens {

    private static final String PRIVATE_KEY = "essaim.test.token-key";

    private static final String SESSION = "5d3c9f0e-session";

    private Tokens() {}

    /** The key that tokens are checked with; made at the first call, together with the one that signs. */
    public static String publicKey() {
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

    /** A member's token, exchanged by the gateway. */
    public static String ofMember(String subject) {
        return sign(subject, "follow-executor", Map.of("azp", "essaim-gateway", "sid", SESSION));
    }

    /** What Keycloak gives the gateway's own service account: nobody is signed in. */
    public static String ofGatewayItself(String subject) {
        return sign(subject, "follow-executor", Map.of("azp", "essaim-gateway"));
    }

    /** A token that another client got for this audience. */
    public static String byAnotherClient(String subject) {
        return sign(subject, "follow-executor", Map.of("azp", "essaim-cli", "sid", SESSION));
    }

    /** A member's token for another audience. */
    public static String forAnotherAudience(String subject) {
        return sign(subject, "archive-ingest", Map.of("azp", "essaim-gateway", "sid", SESSION));
    }

    public static String ofOperator() {
        return sign("operator", "follow-executor", Map.of("realm_access", Map.of("roles", List.of("operator"))));
    }

    private static String sign(String subject, String audience, Map<String, Object> claims) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return Jwt.claims(claims)
                    .issuer("http://127.0.0.1:8090/realms/essaim")
                    .subject(subject)
                    .audience(audience)
                    .expiresIn(Duration.ofMinutes(5))
                    .sign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
