package org.essaim.executor.bluesky.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.http.GuardedWeb;
import org.essaim.executor.http.WebLimits;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

    private static final String BEN = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
    private static final String PAGE = "<html><body>nginx</body></html>";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final AddressGuard LOOPBACK =
            new AddressGuard(true, host -> List.of(InetAddress.getAllByName(host)));

    private static Optional<DidDocument> read(LoopbackServer directory, String did) throws WebException {
        WebLimits limits = new WebLimits(PATIENCE, PATIENCE, PATIENCE, 1 << 20, "Essaim/0.1 (+test)");
        try (GuardedWeb web = new GuardedWeb(LOOPBACK, limits)) {
            URI base = directory.baseUri();
            return new Identities(web, LOOPBACK, new BlueskySettings(base, base, Optional.empty(), base, base, null))
                    .byDid(did);
        }
    }

    @ParameterizedTest
    @CsvSource({"404, DID not registered", "410, DID not available"})
    void identityShouldBeGoneWhenTheDirectorySaysSo(int status, String message) throws WebException {
        String word = "{\"message\":\"" + message + ": " + BEN + "\"}";
        try (LoopbackServer directory = LoopbackServer.start(0, request -> WebResponse.json(status, word))) {
            assertThat(read(directory, BEN)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 404, 410, 502})
    void identityShouldBeUnclearWhenAPageAnswersInstead(int status) {
        try (LoopbackServer proxy = LoopbackServer.start(0, request -> WebResponse.html(status, PAGE))) {
            assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> read(proxy, BEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"id\":\"did:plc:bbbbbbbbbbbbbbbbbbbbbbbb\"}", "{\"message\":\"hello\"}"})
    void identityShouldBeUnclearWhenTheDocumentIsOfSomebodyElse(String document) {
        try (LoopbackServer directory = LoopbackServer.start(0, request -> WebResponse.json(200, document))) {
            assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> read(directory, BEN));
        }
    }

    @Test
    void identityShouldBeUnclearWhenItsOwnDomainDoesNotHaveIt() {
        try (LoopbackServer domain =
                LoopbackServer.start(0, request -> WebResponse.json(404, "{\"message\":\"no such file\"}"))) {
            assertThatExceptionOfType(NoAnswerException.class)
                    .isThrownBy(() -> read(domain, "did:web:localhost%3A" + domain.port()));
        }
    }
}
