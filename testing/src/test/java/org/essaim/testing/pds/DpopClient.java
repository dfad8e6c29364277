package org.essaim.testing.pds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.essaim.testing.web.Answer;
import org.essaim.testing.web.Api;

/** A client of the atproto OAuth profile for development ({@code http://localhost} client), as small as a test needs. */
final class DpopClient implements AutoCloseable {

    static final String REDIRECT = "http://127.0.0.1:9999/callback";
    private static final JsonMapper JSON = new JsonMapper();

    private final Api pds;
    private final String scope;
    private final KeyPair key;
    // The PDS takes a challenge once only.
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final Map<String, String> nonces = new HashMap<>();
    private String accessToken = "";

    DpopClient(URI pds, String scope) {
        this.pds = new Api(pds);
        this.scope = scope;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pushes the authorization request and gives the address that a browser is sent to. */
    URI pushed(String loginHint) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId());
        form.put("response_type", "code");
        form.put("redirect_uri", REDIRECT);
        form.put("scope", scope);
        form.put("state", "the-state");
        form.put("login_hint", loginHint);
        form.put("code_challenge", challenge());
        form.put("code_challenge_method", "S256");
        JsonNode answer = post("/oauth/par", form).succeeded().json();
        return pds.base()
                .resolve("/oauth/authorize?client_id=" + URLEncoder.encode(clientId(), UTF_8) + "&request_uri="
                        + URLEncoder.encode(answer.path("request_uri").asText(), UTF_8));
    }

    /** Exchanges the code for tokens, keeps the access token, and gives the whole answer. */
    JsonNode exchange(String code) {
        JsonNode tokens = token(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        verifier))
                .succeeded()
                .json();
        accessToken = tokens.path("access_token").asText();
        return tokens;
    }

    Answer token(Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", clientId());
        return post("/oauth/token", form);
    }

    Answer applyWrites(String repo, ObjectNode... writes) {
        ObjectNode body = JSON.createObjectNode().put("repo", repo);
        Arrays.stream(writes).forEach(body.putArray("writes")::add);
        Answer first = call("/xrpc/com.atproto.repo.applyWrites", body);
        return first.status() == 401 && first.headers().firstValue("DPoP-Nonce").isPresent()
                ? call("/xrpc/com.atproto.repo.applyWrites", body)
                : first;
    }

    static ObjectNode create(String recordKey, String subject, String createdAt) {
        ObjectNode write = JSON.createObjectNode()
                .put("$type", "com.atproto.repo.applyWrites#create")
                .put("collection", "app.bsky.graph.follow")
                .put("rkey", recordKey);
        write.putObject("value")
                .put("$type", "app.bsky.graph.follow")
                .put("subject", subject)
                .put("createdAt", createdAt);
        return write;
    }

    static ObjectNode delete(String recordKey) {
        return JSON.createObjectNode()
                .put("$type", "com.atproto.repo.applyWrites#delete")
                .put("collection", "app.bsky.graph.follow")
                .put("rkey", recordKey);
    }

    @Override
    public void close() {
        pds.close();
    }

    private Answer call(String path, ObjectNode body) {
        Answer answer = pds.post(
                path, body, Map.of("Authorization", "DPoP " + accessToken, "DPoP", proof("POST", path, accessToken)));
        remember(answer);
        return answer;
    }

    private Answer post(String path, Map<String, String> form) {
        Answer first = pds.postForm(path, form, Map.of("DPoP", proof("POST", path, "")));
        remember(first);
        return first.status() == 400 && first.body().contains("use_dpop_nonce")
                ? pds.postForm(path, form, Map.of("DPoP", proof("POST", path, "")))
                : first;
    }

    private void remember(Answer answer) {
        answer.headers().firstValue("DPoP-Nonce").ifPresent(nonce -> nonces.put("nonce", nonce));
    }

    private String clientId() {
        return "http://localhost?redirect_uri=" + URLEncoder.encode(REDIRECT, UTF_8) + "&scope="
                + URLEncoder.encode(scope, UTF_8);
    }

    private String proof(String method, String path, String token) {
        ECPublicKey publicKey = (ECPublicKey) key.getPublic();
        ObjectNode header = JSON.createObjectNode().put("typ", "dpop+jwt").put("alg", "ES256");
        header.putObject("jwk")
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", coordinate(publicKey.getW().getAffineX()))
                .put("y", coordinate(publicKey.getW().getAffineY()));
        ObjectNode claims = JSON.createObjectNode()
                .put("jti", UUID.randomUUID().toString())
                .put("htm", method)
                .put("htu", pds.base().resolve(path).toString())
                .put("iat", Instant.now().getEpochSecond());
        if (nonces.containsKey("nonce")) {
            claims.put("nonce", nonces.get("nonce"));
        }
        if (!token.isEmpty()) {
            claims.put("ath", base64(sha256(token)));
        }
        String signed = base64(header.toString().getBytes(UTF_8)) + "."
                + base64(claims.toString().getBytes(UTF_8));
        return signed + "." + base64(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String challenge() {
        return base64(sha256(verifier));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return base64(fixed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
