package org.essaim.executor.bluesky.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs of the key that tokens are bound to, as a server sees them. */
class DpopWebTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GuardedWeb out = new GuardedWeb(
            new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host))),
            new WebLimits(PATIENCE, PATIENCE, PATIENCE, 1 << 20, "Essaim/0.1 (+test)"));
    private final DpopWeb web = new DpopWeb(out, InstantSource.system());
    private final ECKey key = DpopWeb.newKey();
    private final List<String> proofs = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        out.close();
    }

    /** A server that asks for its nonce: in the body where the status is 400, in the header where it is 401. */
    private LoopbackServer asking(int status, String nonce) {
        return LoopbackServer.start(0, request -> {
            String proof = request.header("DPoP").orElseThrow();
            proofs.add(proof);
            if (nonce.equals(claims(proof).getClaim("nonce"))) {
                return WebResponse.json(200, "{}");
            }
            WebResponse refusal = status == 400
                    ? WebResponse.json(400, "{\"error\":\"use_dpop_nonce\"}")
                    : WebResponse.json(401, "{}").with("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
            return refusal.with("DPoP-Nonce", nonce);
        });
    }

    private static JWTClaimsSet claims(String proof) {
        try {
            return SignedJWT.parse(proof).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static WebRequest post(LoopbackServer server) {
        return WebRequest.postJson(URI.create(server.baseUri() + "/xrpc/act?of=this"), "{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401})
    void requestShouldBeProvenAnewWhenTheServerAsksForItsNonce(int status) throws WebException {
        try (LoopbackServer server = asking(status, "n1")) {
            assertThat(web.send(post(server), key, "token").status()).isEqualTo(200);
            assertThat(proofs).hasSize(2);

            assertThat(web.send(post(server), key, "token").status()).isEqualTo(200);

            assertThat(proofs).as("the nonce is remembered").hasSize(3);
            assertThat(proofs.stream().map(proof -> claims(proof).getJWTID())).doesNotHaveDuplicates();
        }
    }

    @Test
    void proofShouldNameTheRequestTheTokenAndTheKey() throws WebException, ParseException, JOSEException {
        try (LoopbackServer server = asking(401, "n1")) {
            web.send(post(server), key, "token");

            SignedJWT proof = SignedJWT.parse(proofs.getLast());
            assertThat(proof.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
            assertThat(proof.getHeader().getType().getType()).isEqualTo("dpop+jwt");
            assertThat(proof.getHeader().getJWK().isPrivate()).isFalse();
            assertThat(proof.getJWTClaimsSet().getStringClaim("htm")).isEqualTo("POST");
            assertThat(proof.getJWTClaimsSet().getStringClaim("htu")).isEqualTo(server.baseUri() + "/xrpc/act");
            assertThat(proof.getJWTClaimsSet().getStringClaim("ath")).isEqualTo(DpopWeb.digest("token"));
        }
    }

    @Test
    void serverShouldNotBeAskedForEverWhenItWantsAnotherNonceEachTime() throws WebException {
        try (LoopbackServer server = LoopbackServer.start(0, request -> {
            proofs.add(request.header("DPoP").orElseThrow());
            return WebResponse.json(400, "{\"error\":\"use_dpop_nonce\"}").with("DPoP-Nonce", "n" + proofs.size());
        })) {
            assertThat(DpopWeb.refusesProof(web.send(post(server), key, null))).isTrue();
            assertThat(proofs).hasSize(3);
            assertThat(Optional.ofNullable(claims(proofs.getFirst()).getClaim("ath")))
                    .isEmpty();
        }
    }
}
