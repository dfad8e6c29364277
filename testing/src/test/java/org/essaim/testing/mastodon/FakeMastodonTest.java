package org.essaim.testing.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.essaim.testing.mastodon.limits.Limits;
import org.essaim.testing.mastodon.state.Fediverse;
import org.essaim.testing.mastodon.state.Release;
import org.essaim.testing.web.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeMastodonTest {

    private final MovableClock clock = new MovableClock("2026-11-22T23:50:00.123456Z");
    private FakeMastodon home;
    private FakeMastodon other;
    private MastodonClient anna;

    @BeforeEach
    void start() {
        Fediverse fediverse = new Fediverse();
        Limits limits = Limits.STANDARD.withFollowsADay(4).withFollowing(6);
        home = FakeMastodon.start(0, fediverse, Release.V4_6, limits, clock);
        other = FakeMastodon.start(0, fediverse, Release.V4_6, limits, clock);
        home.control().createAccount("anna");
        anna = MastodonClient.of(home, "anna");
    }

    @AfterEach
    void stop() {
        anna.close();
        home.close();
        other.close();
    }

    @Test
    void followShouldHoldOnBothServersWhenAccountIsRemote() {
        MastodonAccount ben = other.control().createAccount("ben");
        String id = anna.resolve(ben.address());

        Answer answer = anna.follow(id);

        assertThat(answer.json().path("following").asBoolean()).isTrue();
        assertThat(home.control().following("anna")).containsExactly(ben.address());
        assertThat(other.control().followers("ben")).containsExactly("anna@" + home.domain());
        assertThat(id).isNotEqualTo(ben.id());
        assertThat(anna.account(id).path("acct").asText()).isEqualTo(ben.address());
        assertThat(anna.account(id).path("uri").asText()).isEqualTo(ben.uri().toString());
    }

    @Test
    void followShouldBeOptimisticWhenRemoteServerHasNotAnswered() {
        MastodonAccount ben = other.control().createAccount("ben");
        String id = anna.resolve(ben.address());
        home.control().holdFederation(true);

        assertThat(anna.follow(id).json().path("following").asBoolean()).isTrue();
        assertThat(anna.relationship(id).path("requested").asBoolean()).isTrue();
        assertThat(home.control().following("anna")).isEmpty();

        home.control().holdFederation(false);
        assertThat(anna.relationship(id).path("following").asBoolean()).isTrue();
    }

    @Test
    void followShouldWaitWhenAccountIsLocked() {
        MastodonAccount lisa = home.control().createLockedAccount("lisa");

        JsonNode asked = anna.follow(lisa.id()).json();

        assertThat(asked.path("following").asBoolean()).isFalse();
        assertThat(asked.path("requested").asBoolean()).isTrue();
        assertThat(home.control().requested("anna")).containsExactly(lisa.address());
        home.control().acceptRequest("lisa", "anna@" + home.domain());
        assertThat(anna.relationship(lisa.id()).path("following").asBoolean()).isTrue();
    }

    @Test
    void followShouldBeForbiddenInTheSameWordsWhenBlockedOrMovedOrDomainBlocked() {
        MastodonAccount blocker = home.control().createAccount("blocker");
        MastodonAccount moved = home.control().createAccount("moved");
        MastodonAccount ben = other.control().createAccount("ben");
        home.control().block("blocker", "anna");
        home.control().move("moved", ben.address());
        String benHere = anna.resolve(ben.address());
        home.control().blockDomain("anna", other.domain());

        for (String id : List.of(blocker.id(), moved.id(), benHere)) {
            Answer refused = anna.follow(id);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).isEqualTo("{\"error\":\"This action is not allowed\"}");
        }
        assertThat(anna.relationship(blocker.id()).path("blocked_by").asBoolean())
                .isTrue();
        assertThat(anna.account(moved.id()).path("moved").path("acct").asText()).isEqualTo(ben.address());
        assertThat(anna.relationship(benHere).path("domain_blocking").asBoolean())
                .isTrue();
    }

    @Test
    void followShouldNotFindAccountWhenSuspendedOrDeleted() {
        MastodonAccount suspended = home.control().createAccount("suspended");
        MastodonAccount deleted = home.control().createAccount("deleted");
        home.control().suspend("suspended");
        home.control().delete("deleted");

        assertThat(anna.follow(suspended.id()).body()).isEqualTo("{\"error\":\"Record not found\"}");
        assertThat(anna.follow(deleted.id()).status()).isEqualTo(404);
        assertThat(anna.account(suspended.id()).path("suspended").asBoolean()).isTrue();
        assertThat(anna.get("/api/v1/accounts/relationships?id[]=" + suspended.id())
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void followShouldBeRefusedWhenItIsOneself() {
        String self = anna.get("/api/v1/accounts/verify_credentials")
                .json()
                .path("id")
                .asText();
        assertThat(anna.follow(self).status()).isEqualTo(403);
    }

    @Test
    void followsShouldStopUntilMidnightWhenDayIsUsedUp() {
        List<MastodonAccount> targets = accounts(6);
        Answer fourth = null;
        for (int i = 0; i < 4; i++) {
            fourth = anna.follow(targets.get(i).id());
        }
        assertThat(fourth).isNotNull();
        assertThat(MastodonClient.limit(fourth)).containsExactly("4", "0", "2026-11-23T00:00:00.123456Z");

        Answer refused = anna.follow(targets.get(4).id());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Too many requests\"}");
        assertThat(MastodonClient.limit(refused)).containsExactly("4", "0", "2026-11-23T00:00:00.123456Z");
        assertThat(anna.follow(targets.getFirst().id()).status())
                .as("an existing follow is not counted")
                .isEqualTo(200);

        clock.advance(Duration.ofMinutes(10));
        assertThat(anna.follow(targets.get(4).id()).status()).isEqualTo(200);
    }

    @Test
    void followsShouldBeRefusedWhenAccountFollowsTooMany() {
        List<MastodonAccount> targets = accounts(7);
        targets.subList(0, 6).forEach(target -> home.control().follow("anna", target.address()));

        Answer refused = anna.follow(targets.getLast().id());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Validation failed: You cannot follow more than 6 people\"}");
    }

    @Test
    void requestsShouldBeThrottledByTokenUntilWindowEnds() {
        for (int i = 0; i < 300; i++) {
            assertThat(anna.get("/api/v1/accounts/verify_credentials").status()).isEqualTo(200);
        }
        Answer refused = anna.get("/api/v1/accounts/verify_credentials");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(MastodonClient.limit(refused)).containsExactly("300", "0", "2026-11-22T23:55:00.123456Z");
        try (MastodonClient again = MastodonClient.of(home, "anna")) {
            assertThat(again.get("/api/v1/accounts/verify_credentials").status())
                    .as("another token has its own window")
                    .isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(5));
        assertThat(anna.get("/api/v1/accounts/verify_credentials").status()).isEqualTo(200);
    }

    @Test
    void searchShouldBeEmptyOrUnavailableWhenRemoteAccountCannotBeResolved() {
        assertThat(anna.search("nobody@" + other.domain()).body()).isEqualTo("[]");
        assertThat(anna.search("someone@unknown.example").body()).isEqualTo("[]");

        other.control().createAccount("ben");
        other.control().setReachable(false);
        Answer unavailable = anna.search("ben@" + other.domain());
        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.body()).isEqualTo("{\"error\":\"Remote data could not be fetched\"}");
    }

    @Test
    void searchShouldOfferSomeoneElseWhenExactAccountIsMissing() {
        home.control().createAccount("benedikt");
        JsonNode hits = anna.search("ben@" + other.domain()).json();
        assertThat(hits.get(0).path("acct").asText()).isEqualTo("benedikt");
    }

    @Test
    void lookupShouldFindRemoteAccountOnlyWhenItIsKnownAlready() {
        MastodonAccount ben = other.control().createAccount("ben");
        assertThat(anna.get("/api/v1/accounts/lookup?acct=" + ben.address()).status())
                .isEqualTo(404);
        anna.resolve(ben.address());
        assertThat(anna.get("/api/v1/accounts/lookup?acct=" + ben.address()).status())
                .isEqualTo(200);
    }

    @Test
    void followingShouldComeInPagesWhenThereAreMany() {
        accounts(3).forEach(target -> home.control().follow("anna", target.address()));
        String self = anna.get("/api/v1/accounts/verify_credentials")
                .json()
                .path("id")
                .asText();

        Answer first = anna.get("/api/v1/accounts/" + self + "/following?limit=2");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<([^>]*)>; rel=\"next\".*", "$1");
        Answer second = anna.get(next);

        assertThat(first.json().findValuesAsText("acct")).containsExactly("target2", "target1");
        assertThat(second.json().findValuesAsText("acct")).containsExactly("target0");
        assertThat(second.headers().firstValue("Link").orElseThrow()).doesNotContain("next");
    }

    @Test
    void personShouldBeToldWhenLoginIsNotUsable() {
        home.control().setStanding("anna", "DISABLED");
        Answer refused = anna.get("/api/v1/accounts/verify_credentials");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Your login is currently disabled\"}");
    }

    @Test
    void faultsShouldComeInOrderAndOnceEach() {
        MastodonAccount ben = home.control().createAccount("ben");
        String path = "/api/v1/accounts/[^/]+/follow";
        home.control().fail(MastodonFault.proxyPage("POST", path, 502));
        home.control().fail(MastodonFault.resetBefore("POST", path));
        home.control().fail(MastodonFault.resetAfter("POST", path));

        Answer page = anna.follow(ben.id());
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
        assertThatThrownBy(() -> anna.follow(ben.id())).isInstanceOf(UncheckedIOException.class);
        assertThat(home.control().following("anna")).isEmpty();
        assertThatThrownBy(() -> anna.follow(ben.id())).isInstanceOf(UncheckedIOException.class);
        assertThat(home.control().following("anna")).containsExactly(ben.address());
        assertThat(home.control().pendingFaults()).isZero();
        assertThat(home.control().requests("POST /api/v1/accounts/" + ben.id() + "/follow"))
                .isEqualTo(3);
    }

    @Test
    void webfingerShouldLeadToActorDocumentWhenAccountIsLocal() {
        MastodonAccount ben = home.control().createAccount("ben");
        JsonNode finger = anna.get("/.well-known/webfinger?resource=acct:" + ben.address())
                .json();
        assertThat(finger.path("subject").asText()).isEqualTo("acct:" + ben.address());
        assertThat(finger.findValuesAsText("href")).contains(ben.uri().toString());
        assertThat(anna.get(ben.uri().getPath()).json().path("id").asText())
                .isEqualTo(ben.uri().toString());
        assertThat(anna.get("/.well-known/nodeinfo").json().findValuesAsText("href"))
                .containsExactly(home.uri() + "/nodeinfo/2.0");
        assertThat(anna.get("/nodeinfo/2.0")
                        .json()
                        .path("software")
                        .path("name")
                        .asText())
                .isEqualTo("mastodon");
    }

    private List<MastodonAccount> accounts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> home.control().createAccount("target" + i))
                .toList();
    }
}
