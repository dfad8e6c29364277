package org.essaim.executor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.essaim.executor.courtesy.RedirectedWeb;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.guard.AddressNotAllowedException;
import org.essaim.executor.guard.HostResolver;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.Web;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.testing.servers.FreePort;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out, on which only loopback is allowed beside the public Internet. */
class GuardedWebTest {

    private static final HostResolver MACHINE = host -> List.of(InetAddress.getAllByName(host));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BYTES = 1000;

    private static GuardedWeb web(HostResolver resolver, Duration whole) {
        return new GuardedWeb(
                new AddressGuard(true, resolver), new WebLimits(PATIENCE, whole, whole, BYTES, "Essaim/0.1 (+test)"));
    }

    private static Web redirected(GuardedWeb web) {
        return new RedirectedWeb(web, 3);
    }

    private static LoopbackServer answering(WebResponse answer) {
        return LoopbackServer.start(0, request -> answer);
    }

    private static WebRequest get(LoopbackServer server) {
        return WebRequest.get(server.baseUri().resolve("/there"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "http://[::ffff:10.0.0.1]/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "https://user@example.org/",
                "//192.168.1.1/",
                "file:///etc/passwd",
                "http://127.0.0.1:99999/"
            })
    void redirectShouldNotBeFollowedWhereAPersonMayNotLead(String location) {
        try (LoopbackServer server = answering(WebResponse.redirect(location));
                GuardedWeb web = web(MACHINE, PATIENCE)) {
            assertThatThrownBy(() -> redirected(web).send(get(server))).isInstanceOf(AddressNotAllowedException.class);
        }
    }

    @Test
    void hostShouldBeCheckedAgainWhenItsNameLeadsElsewhereAfterARedirect() throws WebException {
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding =
                host -> List.of(InetAddress.getByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1"));
        AtomicInteger served = new AtomicInteger();
        try (LoopbackServer server = LoopbackServer.start(0, request -> {
                    served.incrementAndGet();
                    return WebResponse.redirect("/again");
                });
                GuardedWeb web = web(rebinding, PATIENCE)) {
            URI named = URI.create("http://localhost:" + server.port() + "/there");

            assertThatThrownBy(() -> redirected(web).send(WebRequest.get(named)))
                    .isInstanceOf(AddressNotAllowedException.class);
            assertThat(served).hasValue(1);
        }
    }

    @Test
    void redirectShouldBeFollowedAFewTimesOnlyWhenItLeadsWhereItMay() throws WebException {
        AtomicInteger left = new AtomicInteger(3);
        try (LoopbackServer server = LoopbackServer.start(
                        0,
                        request -> left.getAndDecrement() > 0
                                ? WebResponse.redirect("/next")
                                : WebResponse.json(200, "{}"));
                GuardedWeb web = web(MACHINE, PATIENCE)) {
            assertThat(redirected(web).send(get(server)).status()).isEqualTo(200);
            left.set(4);
            assertThatThrownBy(() -> redirected(web).send(get(server))).isInstanceOf(NoAnswerException.class);
        }
    }

    @Test
    void nothingSecretShouldBeSentOnWhenAServerRedirects() throws WebException {
        try (LoopbackServer server = answering(WebResponse.redirect("http://10.0.0.1/"));
                GuardedWeb web = web(MACHINE, PATIENCE)) {
            WebRequest signed = get(server).with("authorization", "Bearer token");
            WebRequest form = WebRequest.postForm(server.baseUri(), java.util.Map.of("code", "secret"));

            assertThat(redirected(web).send(signed).status()).isEqualTo(302);
            assertThat(redirected(web).send(form).status()).isEqualTo(302);
        }
    }

    @Test
    void answerShouldNotBeReadWhenItIsTooLong() throws WebException {
        try (LoopbackServer fitting = answering(WebResponse.json(200, "x".repeat(BYTES)));
                LoopbackServer endless = answering(WebResponse.json(200, "x".repeat(BYTES + 1)));
                GuardedWeb web = web(MACHINE, PATIENCE)) {
            assertThat(web.send(get(fitting)).body()).hasSize(BYTES);
            assertThatThrownBy(() -> web.send(get(endless)))
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            e -> assertThat(e.mayHaveActed()).isTrue());
        }
    }

    @Test
    void requestShouldCountAsPerhapsDoneWhenItsAnswerTakesTooLong() {
        CountDownLatch given = new CountDownLatch(1);
        try (LoopbackServer slow = LoopbackServer.start(0, request -> {
                    awaitEnd(given);
                    return WebResponse.json(200, "{}");
                });
                GuardedWeb web = web(MACHINE, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> web.send(get(slow)))
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            e -> assertThat(e.mayHaveActed()).isTrue());
            given.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch latch) {
        awaitEnd(latch, PATIENCE);
    }

    private static void awaitEnd(CountDownLatch latch, Duration atMost) {
        try {
            latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void lookShouldBeGivenUpSoonerThanARequestOfTheAccountWhenAServerIsSlow() throws WebException {
        WebLimits limits = new WebLimits(PATIENCE, PATIENCE, Duration.ofMillis(1), BYTES, "Essaim/0.1 (+test)");
        try (LoopbackServer slow = LoopbackServer.start(0, request -> {
                    awaitEnd(new CountDownLatch(1), Duration.ofMillis(200));
                    return WebResponse.json(200, "{}");
                });
                GuardedWeb web = new GuardedWeb(new AddressGuard(true, MACHINE), limits)) {
            assertThatThrownBy(() -> web.send(get(slow))).isInstanceOf(NoAnswerException.class);
            assertThat(web.send(get(slow).with("Authorization", "Bearer token")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void requestShouldSurelyNotBeDoneWhenNobodyListens() {
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.find() + "/");
        try (GuardedWeb web = web(MACHINE, PATIENCE)) {
            assertThatThrownBy(() -> web.send(WebRequest.get(nobody)))
                    .isInstanceOfSatisfying(
                            NoAnswerException.class,
                            e -> assertThat(e.mayHaveActed()).isFalse());
        }
    }

    @Test
    void operatorShouldBeNamedInEveryRequest() throws WebException {
        try (LoopbackServer server = LoopbackServer.start(
                        0,
                        request -> WebResponse.of(
                                200, "text/plain", request.header("User-Agent").orElse("")));
                GuardedWeb web = web(MACHINE, PATIENCE)) {
            assertThat(web.send(get(server)).body()).isEqualTo("Essaim/0.1 (+test)");
        }
    }
}
