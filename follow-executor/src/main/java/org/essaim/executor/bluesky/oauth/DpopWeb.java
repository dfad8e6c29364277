package org.essaim.executor.bluesky.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.essaim.executor.guard.ServerTime;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.guard.WebResponse;
import org.essaim.executor.json.Json;
import org.jspecify.annotations.Nullable;

/** Sends requests with a proof that we hold the key which the tokens are bound to (RFC 9449). Safe for many threads. */
public final class DpopWeb {

    private static final String INVALID_PROOF = "invalid_dpop_proof";
    private static final String NONCE_WANTED = "use_dpop_nonce";

    /** One for the nonce, one for the time. */
    private static final int MOST_REPEATS = 2;

    private final Web web;
    private final InstantSource clock;

    /** The last nonce of each server. Losing one costs a repeat of a refused request, nothing more. */
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    /** A proof is good for seconds, by the server's clock. */
    private final Map<String, ServerTime> times = new ConcurrentHashMap<>();

    public DpopWeb(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    public static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JVM makes P-256 keys", e);
        }
    }

    /**
     * Sends once; again only when the server asks for its new nonce or finds our clock wrong, which it does before it acts.
     *
     * @param accessToken null at the authorization server
     */
    public WebResponse send(WebRequest request, ECKey key, @Nullable String accessToken) throws WebException {
        ServerTime assumed = timeAt(request.uri());
        WebResponse response = attempt(request, key, accessToken);
        for (int again = 0; again < MOST_REPEATS && asksAgain(response, assumed, request.uri()); again++) {
            assumed = timeAt(request.uri());
            response = attempt(request, key, accessToken);
        }
        return response;
    }

    /** What is known of the clock there. */
    public ServerTime timeAt(URI uri) {
        return times.getOrDefault(originOf(uri), ServerTime.SAME);
    }

    /** Whether an answer refuses our proof, not the tokens that go with it. */
    public static boolean refusesProof(WebResponse response) {
        return isUnproven(response) || wantsNonce(response);
    }

    private boolean asksAgain(WebResponse response, ServerTime assumed, URI uri) {
        boolean wrongTime = isUnproven(response) && !assumed.equals(timeAt(uri));
        return wrongTime || wantsNonce(response);
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private WebResponse attempt(WebRequest request, ECKey key, @Nullable String accessToken) throws WebException {
        String origin = originOf(request.uri());
        WebRequest proven = request.with("DPoP", proof(request, key, nonces.get(origin), accessToken));
        WebResponse response =
                web.send(accessToken == null ? proven : proven.with("Authorization", "DPoP " + accessToken));
        response.header("DPoP-Nonce").ifPresent(nonce -> nonces.put(origin, nonce));
        times.put(origin, ServerTime.of(response, clock.instant()));
        return response;
    }

    private static boolean isUnproven(WebResponse response) {
        return isRefusedFor(INVALID_PROOF, response);
    }

    private static boolean wantsNonce(WebResponse response) {
        return isRefusedFor(NONCE_WANTED, response);
    }

    private static boolean isRefusedFor(String reason, WebResponse response) {
        if (response.status() != 400 && response.status() != 401) {
            return false;
        }
        return response.header("WWW-Authenticate").orElse("").contains(reason)
                || reason.equals(Json.read(response.body()).path("error").asText());
    }

    private String proof(WebRequest request, ECKey key, @Nullable String nonce, @Nullable String accessToken) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dpop+jwt"))
                .jwk(key.toPublicJWK())
                .build();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(timeAt(request.uri()).onTheirs(clock.instant())))
                .claim("htm", request.method())
                .claim("htu", withoutQuery(request.uri()));
        if (nonce != null) {
            claims.claim("nonce", nonce);
        }
        if (accessToken != null) {
            claims.claim("ath", digest(accessToken));
        }
        return sign(header, claims.build(), key);
    }

    public static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a P-256 key signs", e);
        }
    }

    private static String withoutQuery(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    /** SHA-256, base64url: for {@code ath} and for the PKCE challenge. */
    public static String digest(String text) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
