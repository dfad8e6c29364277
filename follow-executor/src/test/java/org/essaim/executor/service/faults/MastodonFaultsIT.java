package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowResumed;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grant;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.service.scene.BadServer;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.LogWatch;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.service.scene.Plans;
import org.essaim.executor.stops.EmergencyStop;
import org.essaim.executor.stops.EmergencyStops;
import org.essaim.executor.stops.LeftOutHost;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.testing.mastodon.FakeMastodon;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Mastodon row of the table of errors, and everything that a socket can do. */
@QuarkusTest
@ExecutorTest
class MastodonFaultsIT {

    private static final String FOLLOW = "/follow";

    @Inject
    FaultyWeb web;

    @Inject
    Grants grants;

    @Inject
    EmergencyStops stops;

    @Inject
    LeftOutHosts leftOut;

    private final MastodonControl mastodon = ExecutorResource.mastodon();
    private final Plans plans = new Plans();
    private final Member member = new Member();
    private final LogWatch logs = new LogWatch();
    private final MastodonAccount ana = mastodon.createAccount(name());
    private long sequence;

    private static String name() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private TargetAccount link() {
        return member.link(
                Network.MASTODON,
                "@" + ana.username() + "@" + ExecutorResource.mastodonDomain(),
                url -> new MastodonPerson(ana).authorize(url));
    }

    private TargetAccount acting() {
        return target(ana);
    }

    private static TargetAccount target(MastodonAccount account) {
        return new TargetAccount(Network.MASTODON, account.uri().toString(), account.address());
    }

    private List<MastodonAccount> plan(int count) {
        List<MastodonAccount> targets = Stream.generate(() -> mastodon.createAccount(name()))
                .limit(count)
                .toList();
        plan(targets.stream().map(MastodonFaultsIT::target).toList());
        return targets;
    }

    private void plan(List<TargetAccount> targets) {
        List<PlannedFollow> follows = new ArrayList<>();
        targets.forEach(target -> follows.add(new PlannedFollow(target, follows.size() + 1)));
        plans.send(new FollowPlanned(member.id(), acting(), ++sequence, UUID.randomUUID(), follows, Instant.now()));
    }

    /** The requests to follow these: work that an earlier test left may go on beside. */
    private List<FaultyWeb.Sent> sentFor(List<MastodonAccount> targets) {
        return targets.stream()
                .flatMap(target -> web.sentTo("/" + target.id() + FOLLOW).stream())
                .toList();
    }

    private void assertThatEachIsFollowedOnce(List<MastodonAccount> targets) {
        targets.forEach(target -> plans.settledAs(member.id(), target(target), Outcome.FOLLOWED));
        assertThat(mastodon.following(ana.username()))
                .containsExactlyInAnyOrderElementsOf(
                        targets.stream().map(MastodonAccount::address).toList());
    }

    @AfterEach
    void logsShouldHoldNoToken() {
        web.heal();
        logs.close();
        grants.open(acting().id())
                .ifPresent(grant -> assertThat(logs.searchFor(grant.secret(), acting().id()))
                        .isPositive());
        plans.close();
        mastodon.close();
    }

    static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of("503", Fault.error(503, "Remote data could not be fetched")),
                Arguments.of("500, followed", new Fault.Acted(Fault.error(500, "Internal server error"))),
                Arguments.of("502 page", Fault.page(502)),
                Arguments.of("504 page, followed", new Fault.Acted(Fault.page(504))),
                Arguments.of("404 once: a stale id", Fault.error(404, "Record not found")),
                Arguments.of("404 page", Fault.page(404)),
                Arguments.of("410 page", Fault.page(410)),
                Arguments.of("403 page", Fault.page(403)),
                Arguments.of("401 of a server that knows us", Fault.error(401, "The access token is invalid")),
                Arguments.of("200 page", Fault.page(200)),
                Arguments.of("wrong shape", Fault.json(200, "[]")),
                Arguments.of("an error in disguise", Fault.error(200, "upstream failed")),
                Arguments.of("reset before", new Fault.Broken(BadServer.Manner.RESET)),
                Arguments.of("reset after", new Fault.Acted(new Fault.Broken(BadServer.Manner.RESET))),
                Arguments.of("half a body", new Fault.Broken(BadServer.Manner.HALF_BODY)),
                Arguments.of("half a body, followed", new Fault.Acted(new Fault.Broken(BadServer.Manner.HALF_BODY))),
                Arguments.of("stall of 60 s", new Fault.Broken(BadServer.Manner.STALL)),
                Arguments.of("stall of 60 s, followed", new Fault.Acted(new Fault.Broken(BadServer.Manner.STALL))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void followsShouldBeMadeOnceWhenTheFaultPasses(String row, Fault fault) {
        link();
        web.failNext(FOLLOW, fault);

        assertThatEachIsFollowedOnce(plan(2));
        assertThat(row).isNotEmpty();
    }

    @Test
    void othersShouldNotWaitWhenTheServerStumblesOverOneTarget() {
        link();
        MastodonAccount cursed = mastodon.createAccount(name());
        MastodonAccount fine = mastodon.createAccount(name());
        web.failAlways("/" + cursed.id() + FOLLOW, "", Fault.error(500, "Internal server error"));

        plan(List.of(target(cursed), target(fine)));

        plans.settledAs(member.id(), target(fine), Outcome.FOLLOWED);
        assertThat(mastodon.following(ana.username())).containsExactly(fine.address());
        web.heal();
        assertThatEachIsFollowedOnce(List.of(cursed, fine));
    }

    @Test
    void followsShouldWaitForTheirResetWhenCallsAreSpent() {
        link();
        MastodonAccount target = mastodon.createAccount(name());
        Instant reset = Instant.now().plusSeconds(12);
        web.failNext(
                "/" + target.id() + FOLLOW,
                Fault.error(429, "Too many requests")
                        .with("X-RateLimit-Limit", "300")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", reset.toString()));

        plan(List.of(target(target)));

        assertThatEachIsFollowedOnce(List.of(target));
        List<FaultyWeb.Sent> sent = sentFor(List.of(target));
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().at()).isAfterOrEqualTo(reset.minusMillis(1));
    }

    @Test
    void followsShouldWaitForMidnightWhenTheDayIsSpent() {
        link();
        MastodonAccount target = mastodon.createAccount(name());
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        web.failNext(
                "/" + target.id() + FOLLOW,
                Fault.error(429, "Too many requests")
                        .with("X-RateLimit-Limit", "400")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", midnight.toString()));

        plan(List.of(target(target)));

        FollowDeferred told = plans.deferred(member.id(), target(target));
        assertThat(told.reason()).isEqualTo(FollowDeferred.Reason.BUDGET_SPENT);
        assertThat(told.until()).isEqualTo(midnight);
        // A new plan is no reason to try again before.
        plans.deferred(member.id(), target(target));
        assertThat(sentFor(List.of(target))).hasSize(1);
    }

    @Test
    void queueShouldStopWhenTheAccountFollowsAsManyAsItMay() {
        link();
        web.failAlways(FOLLOW, "", Fault.error(422, "Validation failed: You cannot follow more than 7500 people"));

        List<MastodonAccount> targets = plan(3);
        targets.forEach(target -> assertThat(plans.settledAs(member.id(), target(target), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.FOLLOW_LIMIT_REACHED));
        assertThat(sentFor(targets)).hasSize(1);
    }

    @Test
    void personShouldBeAskedWhenTheTokenMayNotFollow() {
        link();
        web.failAlways(FOLLOW, "", Fault.error(403, "This action is outside the authorized scopes"));

        MastodonAccount target = plan(1).getFirst();

        assertThat(plans.settledAs(member.id(), target(target), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.SCOPE_MISSING);
    }

    @Test
    void linkShouldStayWhenAProxyRefusesEverything() {
        link();
        web.failAlways("", "", Fault.page(401));

        MastodonAccount target = plan(1).getFirst();

        assertThat(plans.deferred(member.id(), target(target)).reason())
                .isEqualTo(FollowDeferred.Reason.NETWORK_TROUBLE);
        assertThat(grants.open(acting().id()).orElseThrow().grant().state()).isEqualTo(Grant.State.LINKED);
        web.heal();
        assertThatEachIsFollowedOnce(List.of(target));
    }

    @Test
    void personShouldBeAskedWhenTheirLoginIsDisabled() {
        link();
        mastodon.setStanding(ana.username(), "DISABLED");

        MastodonAccount target = plan(1).getFirst();

        assertThat(plans.settledAs(member.id(), target(target), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.LINK_AGAIN);
    }

    @Test
    void refusalShouldBeExplainedWhenItIsNotAllowed() {
        link();
        MastodonAccount blocked = mastodon.createAccount(name());
        MastodonAccount unwilling = mastodon.createAccount(name());
        mastodon.block(ana.username(), blocked.address());
        web.failAlways("/" + unwilling.id() + FOLLOW, "", Fault.error(403, "This action is not allowed"));

        plan(List.of(target(blocked), target(unwilling)));

        assertThat(plans.settledAs(member.id(), target(blocked), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.BLOCKED_BY_ONESELF);
        assertThat(plans.settledAs(member.id(), target(unwilling), Outcome.REFUSED)
                        .reason())
                .isEqualTo(Reason.NOT_ALLOWED);
    }

    @Test
    void targetShouldBeGivenUpWhenItIsGoneForGood() {
        link();
        web.failAlways(FOLLOW, "", Fault.error(404, "Record not found"));

        MastodonAccount target = plan(1).getFirst();

        assertThat(plans.settledAs(member.id(), target(target), Outcome.REFUSED).reason())
                .isEqualTo(Reason.TARGET_GONE);
        assertThat(sentFor(List.of(target))).hasSize(2);
    }

    @Test
    void targetShouldBeLookedForAgainWhenItsServerDoesNotKnowIt() {
        link();
        TargetAccount nobody =
                new TargetAccount(Network.MASTODON, "https://elsewhere.example/users/ben", "ben@elsewhere.example");

        plan(List.of(nobody));

        assertThat(plans.deferred(member.id(), nobody).reason()).isEqualTo(FollowDeferred.Reason.NETWORK_TROUBLE);
        assertThat(mastodon.following(ana.username())).isEmpty();
    }

    @Test
    void clientShouldBeRegisteredAnewWhenTheServerHasDroppedIt() {
        link();
        web.failNext("/oauth/token", Fault.json(401, "{\"error\":\"invalid_client\"}"));

        link();

        assertThat(web.sentTo("/api/v1/apps")).isNotEmpty();
    }

    @Test
    void linkShouldFailWithAClearWordWhenTheServerRunsSomethingElse() {
        web.failNext("/nodeinfo/2.0", Fault.json(200, "{\"software\":{\"name\":\"Pixelfed\"}}"));

        var answer = linkAtAServerNotSeenBefore();

        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("Mastodon and GoToSocial");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"issuer\":\"https://elsewhere.example\",\"token_endpoint\":\"https://elsewhere.example/oauth/token\"}",
                "{\"token_endpoint\":\"not an address\"}"
            })
    void linkShouldFailWithAClearWordWhenTheServerDescribesAnotherOne(String metadata) {
        web.failNext("/.well-known/oauth-authorization-server", Fault.json(200, metadata));

        var answer = linkAtAServerNotSeenBefore();

        answer.then().statusCode(422);
        assertThat(answer.asString()).contains("server-not-supported");
        assertThat(web.sentTo("/api/v1/apps")).isEmpty();
    }

    /** What a server says of itself is good for some minutes. */
    private Response linkAtAServerNotSeenBefore() {
        try (FakeMastodon another = FakeMastodon.start()) {
            return member.begin(Network.MASTODON, "@ana@" + another.uri().getRawAuthority());
        }
    }

    @Test
    void nobodyShouldBeLinkedWhenTheServerAskedToBeLeftOut() {
        String host = ExecutorResource.mastodonDomain();
        leftOut.leaveOut(new LeftOutHost(host, "test", Instant.now()));
        web.heal();

        var answer = member.begin(Network.MASTODON, ana.address());
        leftOut.takeIn(host);

        answer.then().statusCode(403);
        assertThat(answer.asString()).contains("server-left-out");
        assertThat(web.sentTo("")).as("nobody calls there").isEmpty();
    }

    @Test
    void waitingFollowsShouldSaySoWhenTheirAccountIsPausedOrStopped() {
        TargetAccount acting = link();
        stops.stop(new EmergencyStop(ExecutorResource.mastodonDomain(), "test", Instant.now()));
        MastodonAccount target = plan(1).getFirst();
        assertThat(plans.deferred(member.id(), target(target)).reason())
                .isEqualTo(FollowDeferred.Reason.EMERGENCY_STOP);
        plans.send(new FollowPaused(member.id(), acting, ++sequence, Instant.now()));
        plans.deferredAs(member.id(), target(target), FollowDeferred.Reason.PAUSED);
        stops.lift(ExecutorResource.mastodonDomain());
        assertThat(mastodon.following(ana.username())).isEmpty();

        plans.send(new FollowResumed(member.id(), acting, ++sequence, Instant.now()));

        assertThatEachIsFollowedOnce(List.of(target));
    }
}
