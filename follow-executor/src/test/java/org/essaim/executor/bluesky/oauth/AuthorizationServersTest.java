package org.essaim.executor.bluesky.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;
import org.essaim.executor.linking.LinkRefusal;
import org.essaim.executor.linking.LinkRefusedException;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is its own authorization server, and what it may say about itself. */
class AuthorizationServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GuardedWeb web = new GuardedWeb(
            new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host))),
            new WebLimits(PATIENCE, PATIENCE, PATIENCE, 1 << 20, "Essaim/0.1 (+test)"));
    private final AuthorizationServers servers = new AuthorizationServers(web);

    @AfterEach
    void close() {
        web.close();
    }

    /** {@code SELF} in what it says stands for its own address. */
    private static LoopbackServer saying(String named, String issuer, String tokenEndpoint) {
        return LoopbackServer.start(0, request -> {
            String self = "http://" + request.header("Host").orElseThrow();
            String json = """
                    {"authorization_servers":["%s"],"issuer":"%s","authorization_endpoint":"SELF/a","token_endpoint":"%s",\
                    "pushed_authorization_request_endpoint":"SELF/p"}""".formatted(named, issuer, tokenEndpoint);
            return WebResponse.json(200, json.replace("SELF", self));
        });
    }

    @Test
    void serverShouldBeTakenAtItsWordWhenItNamesItself() throws LinkRefusedException, WebException {
        try (LoopbackServer pds = saying("SELF", "SELF", "SELF/t")) {
            AuthorizationServer found = servers.of(pds.baseUri());

            assertThat(found.issuer()).isEqualTo(pds.baseUri().toString());
            assertThat(found.token()).isEqualTo(pds.baseUri().resolve("/t"));
            assertThat(found.revocation()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SELF, https://elsewhere.example, SELF/t",
        "SELF, SELF/, SELF/t",
        "SELF, SELF, not an address",
        "SELF, SELF, mailto:somebody",
        "SELF, SELF, /t",
        "no address at all, SELF, SELF/t",
        "mailto:somebody, SELF, SELF/t"
    })
    void linkShouldBeRefusedWhenAServerDoesNotNameItselfOrNamesNoPlace(
            String named, String issuer, String tokenEndpoint) {
        try (LoopbackServer pds = saying(named, issuer, tokenEndpoint)) {
            assertThatThrownBy(() -> servers.of(pds.baseUri()))
                    .isInstanceOfSatisfying(
                            LinkRefusedException.class,
                            e -> assertThat(e.refusal()).isEqualTo(LinkRefusal.SERVER_NOT_SUPPORTED));
        }
    }
}
