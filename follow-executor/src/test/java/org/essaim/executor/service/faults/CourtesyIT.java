package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.essaim.contracts.Network;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Cost;
import org.essaim.executor.courtesy.Courtesy;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.stops.LeftOutHost;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.testing.mastodon.FakeMastodon;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hosts say and want is heeded by whatever goes out to them, by all replicas. */
@QuarkusTest
@ExecutorTest
class CourtesyIT {

    @Inject
    Courtesy courtesy;

    @Inject
    Budgets budgets;

    @Inject
    BudgetLimits limits;

    @Inject
    LeftOutHosts leftOut;

    private final AtomicInteger served = new AtomicInteger();

    private LoopbackServer answering(WebResponse answer) {
        return LoopbackServer.start(0, request -> {
            served.incrementAndGet();
            return answer;
        });
    }

    private static WebRequest look(LoopbackServer server) {
        return WebRequest.get(server.baseUri().resolve("/api/v1/look"));
    }

    private static String host(LoopbackServer server) {
        return server.baseUri().getRawAuthority();
    }

    @Test
    void callsOfALinkShouldBeCountedWhenAnAccountIsLinked() {
        FakeMastodon instance = FakeMastodon.start();
        String host = instance.uri().getRawAuthority();
        try (MastodonScene scene = new MastodonScene(new MastodonControl(instance.uri()), host)) {
            scene.link();

            assertThat(budgets.left(limits.mastodonHost(host)))
                    .isLessThan(budgets.left(limits.mastodonHost("unasked.example")));
            assertThat(budgets.left(limits.mastodonAddress(host)))
                    .isLessThan(budgets.left(limits.mastodonAddress("unasked.example")));
        } finally {
            instance.close();
        }
    }

    @Test
    void personShouldBeToldThatAServerIsBusyWhenItHasHadEnoughOfUs() {
        WebResponse busy = WebResponse.json(429, "{}").with(Map.of("Retry-After", "90"));
        try (LoopbackServer server = answering(busy)) {
            Member member = new Member();

            member.request()
                    .body(Map.of("network", "MASTODON", "account", "@ana@" + host(server), "session", "s"))
                    .post("/api/members/" + member.id().asString() + "/links")
                    .then()
                    .statusCode(503)
                    .body("type", endsWith("server-busy"));

            assertThat(served).as("requests after the first refusal").hasValue(1);
        }
    }

    @ParameterizedTest(name = "with {0} calls left")
    @ValueSource(ints = {0, 1})
    void linkShouldBeCompletedWithTheSameCodeWhenTheServerWasToBeLeftAloneAtFirst(int callsLeft) {
        FakeMastodon instance = FakeMastodon.start();
        String host = instance.uri().getRawAuthority();
        try (MastodonScene scene = new MastodonScene(new MastodonControl(instance.uri()), host)) {
            Member member = scene.member();
            URI back = new MastodonPerson(scene.ana())
                    .authorize(URI.create(
                            member.begin(Network.MASTODON, "@" + scene.ana().username() + "@" + host)
                                    .path("authorizationUrl")));
            Cost taken = limits.mastodonHost(host)
                    .cost(Math.toIntExact(budgets.left(limits.mastodonHost(host)) - callsLeft));
            budgets.reserve(List.of(taken));
            member.complete(back).then().statusCode(503).body("type", endsWith("server-busy"));

            budgets.release(List.of(taken));

            member.complete(back)
                    .then()
                    .statusCode(200)
                    .body("account.handle", equalTo(scene.acting().handle()));
            member.complete(back).then().statusCode(400).body("type", endsWith("link-expired"));
        } finally {
            instance.close();
        }
    }

    @Test
    void serverShouldNotBeAskedAgainWhatItIsWhenTheNextPersonLinks() {
        FakeMastodon instance = FakeMastodon.start();
        String host = instance.uri().getRawAuthority();
        MastodonControl control = new MastodonControl(instance.uri());
        try (MastodonScene first = new MastodonScene(control, host);
                MastodonScene second = new MastodonScene(control, host)) {
            first.link();
            long left = budgets.left(limits.mastodonAddress(host));

            second.link();

            assertThat(budgets.left(limits.mastodonAddress(host))).isEqualTo(left);
        } finally {
            instance.close();
        }
    }

    @Test
    void redirectShouldNotBeFollowedWhenItLeadsToAHostThatAskedToBeLeftOut() {
        try (LoopbackServer quiet = answering(WebResponse.json(200, "{}"));
                LoopbackServer near = LoopbackServer.start(
                        0, request -> WebResponse.redirect(quiet.baseUri().toString()))) {
            leftOut.leaveOut(new LeftOutHost(host(quiet), "asked us", Instant.now()));

            assertThatThrownBy(() -> courtesy.mastodon().calls().send(look(near)))
                    .isInstanceOf(HostLeftOutException.class);

            assertThat(served).hasValue(0);
            leftOut.takeIn(host(quiet));
        }
    }

    @Test
    void accessShouldBeEndedAlsoWhereTheAdminAskedUsToStayAway() throws WebException {
        try (LoopbackServer quiet = answering(WebResponse.json(200, "{}"))) {
            leftOut.leaveOut(new LeftOutHost(host(quiet), "asked us", Instant.now()));
            URI revoke = quiet.baseUri().resolve("/oauth/revoke");

            courtesy.mastodon().endings().send(WebRequest.postForm(revoke, Map.of("token", "t")));

            assertThat(served).hasValue(1);
            leftOut.takeIn(host(quiet));
        }
    }

    @Test
    void hostThatOnlyReadsForUsShouldBeLeftAloneForAsLongAsItSays() throws WebException {
        WebResponse busy = WebResponse.json(429, "{}").with(Map.of("Retry-After", "90"));
        try (LoopbackServer server = answering(busy)) {
            assertThat(courtesy.bluesky().looks().send(look(server)).status()).isEqualTo(429);

            assertThatThrownBy(() -> courtesy.bluesky().calls().send(look(server)))
                    .isInstanceOfSatisfying(
                            HostRestingException.class,
                            e -> assertThat(e.until())
                                    .isBetween(
                                            Instant.now().plusSeconds(60),
                                            Instant.now().plusSeconds(91)));
            assertThat(served).hasValue(1);
        }
    }

    @Test
    void countOfAServerShouldWinOverOursWhenItOnlyReadsForUs() throws WebException {
        String soon = Instant.now().plusSeconds(120).toString();
        WebResponse answer = WebResponse.json(200, "{}")
                .with(Map.of("X-RateLimit-Limit", "40", "X-RateLimit-Remaining", "15", "X-RateLimit-Reset", soon));
        try (LoopbackServer server = answering(answer)) {
            courtesy.mastodon().looks().send(look(server));

            assertThat(budgets.left(limits.mastodonAddress(host(server)))).isEqualTo(5);
        }
    }

    @Test
    void hostShouldNotBeAskedForMoreThanOurShareWhenItSaysNothing() throws WebException {
        try (LoopbackServer server = answering(WebResponse.json(200, "{}"))) {
            budgets.reserve(List.of(limits.blueskyHost(host(server))
                    .cost(Math.toIntExact(budgets.left(limits.blueskyHost(host(server))) - 1))));

            courtesy.bluesky().looks().send(look(server));

            assertThatThrownBy(() -> courtesy.bluesky().looks().send(look(server)))
                    .isInstanceOf(HostRestingException.class);
            assertThat(served).hasValue(1);
        }
    }
}
