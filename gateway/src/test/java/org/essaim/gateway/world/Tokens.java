package org.essaim.gateway.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.essaim.testing.keycloak.KeycloakResource;
import org.essaim.testing.web.Api;

/** Tokens that must not be taken. */
public final class Tokens {

    private final URI issuer;
    private final KeyPair key;

    public Tokens(String issuer) {
        this.issuer = URI.create(issuer);
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            this.key = keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token whose time is over: Keycloak's words, a time gone by, and our own signature, for Keycloak signs none such. */
    public String expired(String token) {
        String claims = claims(token).replaceAll("\"exp\":[0-9]+", "\"exp\":1700000000");
        return signed(header(token), claims);
    }

    /** Keycloak's words, signed by somebody else under the name of Keycloak's key. */
    public String signedByAnother(String token) {
        return signed(header(token), claims(token));
    }

    /** A true token of Keycloak's, with which the gateway ends accounts there. */
    public String forAnotherAudience() {
        try (Api keycloak = new Api(issuer)) {
            JsonNode tokens = keycloak.postForm(
                            issuer.getPath() + "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type", "client_credentials",
                                    "client_id", "essaim-eraser",
                                    "client_secret", KeycloakResource.SECRET),
                            Map.of())
                    .succeeded()
                    .json();
            return tokens.path("access_token").asText();
        }
    }

    /** A true token of another realm of the same Keycloak. */
    public String ofAnotherIssuer() {
        URI master = URI.create(issuer.toString().replace("/realms/essaim", ""));
        try (Api keycloak = new Api(master)) {
            return keycloak.postForm(
                            "/realms/master/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type", "password",
                                    "client_id", "admin-cli",
                                    "username", "admin",
                                    "password", KeycloakResource.SECRET),
                            Map.of())
                    .succeeded()
                    .json()
                    .path("access_token")
                    .asText();
        }
    }

    private static String header(String token) {
        return text(token.split("\\.", -1)[0]);
    }

    private static String claims(String token) {
        return text(token.split("\\.", -1)[1]);
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private String signed(String header, String claims) {
        String words = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(words.getBytes(StandardCharsets.US_ASCII));
            return words + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    }
}
