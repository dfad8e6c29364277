package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.grants.OpenGrant;
import org.essaim.executor.service.scene.BadServer;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.LogWatch;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.service.scene.Plans;
import org.essaim.testing.pds.FollowRecord;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Bluesky row of the table of errors, and everything that a socket can do, against a real PDS. */
@QuarkusTest
@ExecutorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlueskyFaultsIT {

    private static final String WRITE = "com.atproto.repo.applyWrites";
    private static final String TOKEN = "/oauth/token";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Inject
    FaultyWeb web;

    @Inject
    Grants grants;

    private final PdsControl pds = ExecutorResource.pds();
    private final Plans plans = new Plans();
    private final Member member = new Member();
    private final List<OpenGrant> used = new ArrayList<>();
    private final List<String> planned = new ArrayList<>();
    private final PdsAccount ana = pds.createAccount(name());
    private final LogWatch logs = new LogWatch();
    private long sequence;

    /** The address of the service is known from the first test on. */
    @BeforeEach
    void linkOnce() {
        if (used.isEmpty()) {
            link();
        }
    }

    private void link() {
        TargetAccount account = member.link(Network.BLUESKY, ana.handle(), url -> new PdsPerson(ana).authorize(url));
        used.add(grants.open(account.id()).orElseThrow());
    }

    private TargetAccount acting() {
        return target(ana);
    }

    private static String name() {
        return "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static TargetAccount target(PdsAccount account) {
        return new TargetAccount(Network.BLUESKY, account.did(), account.handle());
    }

    private PdsAccount plan() {
        return plan(1).getFirst();
    }

    private List<PdsAccount> plan(int count) {
        List<PdsAccount> targets =
                Stream.generate(() -> pds.createAccount(name())).limit(count).toList();
        List<PlannedFollow> follows = targets.stream()
                .map(target -> new PlannedFollow(target(target), 0))
                .toList();
        targets.forEach(target -> planned.add(target.did()));
        plans.send(new FollowPlanned(member.id(), acting(), ++sequence, UUID.randomUUID(), follows, Instant.now()));
        return targets;
    }

    private FollowSettled followed(PdsAccount target) {
        return plans.settledAs(member.id(), target(target), Outcome.FOLLOWED);
    }

    /** Once each, and nothing else. */
    private void assertThatEachIsFollowedOnce(PdsAccount... without) {
        List<String> expected = new ArrayList<>(planned);
        Stream.of(without).forEach(target -> expected.remove(target.did()));
        assertThat(pds.follows(ana.did()))
                .extracting(FollowRecord::subject)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @AfterEach
    void heal() {
        web.heal();
        used.add(grants.open(acting().id()).orElseThrow());
    }

    @AfterAll
    void logsShouldHoldNoToken() {
        logs.close();
        int searched = used.stream()
                .mapToInt(grant -> logs.searchFor(grant.secret(), ana.did()))
                .sum();
        assertThat(searched).isGreaterThan(100);
        assertThat(logs.size()).isPositive();
        plans.close();
        pds.close();
    }

    static Stream<Arguments> passingFaults() {
        Fault nonce = Fault.xrpc(401, "use_dpop_nonce").with("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
        Fault expired = Fault.xrpc(401, "invalid_token")
                .with("WWW-Authenticate", "DPoP error=\"invalid_token\", error_description=\"exp\"");
        return Stream.of(
                Arguments.of("401 use_dpop_nonce", nonce),
                Arguments.of("400 use_dpop_nonce", Fault.xrpc(400, "use_dpop_nonce")),
                Arguments.of("401 invalid_token", expired),
                Arguments.of("400 ExpiredToken", Fault.xrpc(400, "ExpiredToken")),
                Arguments.of("400 InvalidSwap", Fault.xrpc(400, "InvalidSwap")),
                Arguments.of("500, nothing written", Fault.xrpc(500, "InternalServerError")),
                Arguments.of("500, written", new Fault.Acted(Fault.xrpc(500, "InternalServerError"))),
                Arguments.of("502 page", Fault.page(502)),
                Arguments.of("503", Fault.xrpc(503, "NotEnoughResources")),
                Arguments.of("504 page, written", new Fault.Acted(Fault.page(504))),
                Arguments.of("403 page of a proxy", Fault.page(403)),
                Arguments.of("401 page of a proxy", Fault.page(401)),
                Arguments.of("200 page", Fault.page(200)),
                Arguments.of("wrong shape, written", new Fault.Acted(Fault.json(200, "[1]"))),
                Arguments.of("wrong shape", Fault.json(200, "{\"ok\":true}")),
                Arguments.of("reset before", new Fault.Broken(BadServer.Manner.RESET)),
                Arguments.of("reset after", new Fault.Acted(new Fault.Broken(BadServer.Manner.RESET))),
                Arguments.of("half a body", new Fault.Broken(BadServer.Manner.HALF_BODY)),
                Arguments.of("half a body, written", new Fault.Acted(new Fault.Broken(BadServer.Manner.HALF_BODY))),
                Arguments.of("stall of 60 s", new Fault.Broken(BadServer.Manner.STALL)),
                Arguments.of("stall of 60 s, written", new Fault.Acted(new Fault.Broken(BadServer.Manner.STALL))),
                Arguments.of("worker killed", new Fault.WorkerDies()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void followShouldBeMadeOnceWhenTheFaultPasses(String row, Fault fault) {
        web.failNext(WRITE, fault);

        PdsAccount target = plan();

        followed(target);
        assertThatEachIsFollowedOnce();
        assertThat(row).isNotEmpty();
    }

    @Test
    void serverShouldBeLeftAloneUntilItsResetWhenItAnswers429() {
        web.failNext(
                WRITE,
                Fault.xrpc(429, "RateLimitExceeded").with("Retry-After", Long.toString(RETRY_AFTER.toSeconds())));

        PdsAccount target = plan();

        followed(target);
        assertThat(plans.about(member.id(), target(target)))
                .first()
                .isInstanceOfSatisfying(
                        FollowDeferred.class,
                        told -> assertThat(told.reason()).isEqualTo(FollowDeferred.Reason.BUDGET_SPENT));
        List<FaultyWeb.Sent> writes = web.sentTo(WRITE);
        assertThat(writes).hasSize(2);
        assertThat(Duration.between(writes.getFirst().at(), writes.getLast().at()))
                .isGreaterThanOrEqualTo(RETRY_AFTER);
        assertThatEachIsFollowedOnce();
    }

    @Test
    void onlyTheOneThatIsRefusedShouldBeGivenUpWhenABatchIsInvalid() {
        PdsAccount wrong = pds.createAccount(name());
        web.failAlways(WRITE, wrong.did(), Fault.xrpc(400, "InvalidRequest"));
        List<PlannedFollow> follows = Stream.of(wrong, pds.createAccount(name()), pds.createAccount(name()))
                .map(target -> new PlannedFollow(target(target), 0))
                .toList();
        follows.forEach(follow -> planned.add(follow.target().id()));

        plans.send(new FollowPlanned(member.id(), acting(), ++sequence, UUID.randomUUID(), follows, Instant.now()));

        plans.settled(member.id(), follows.stream().map(PlannedFollow::target).toList());
        assertThat(plans.settledAs(member.id(), target(wrong), Outcome.REFUSED).reason())
                .isEqualTo(Reason.NOT_ALLOWED);
        planned.remove(wrong.did());
        assertThatEachIsFollowedOnce();
    }

    @Test
    void othersShouldNotWaitWhenTheServerStumblesOverOneRecord() {
        PdsAccount cursed = pds.createAccount(name());
        web.failAlways(WRITE, cursed.did(), Fault.xrpc(500, "InternalServerError"));
        List<PdsAccount> fine = List.of(pds.createAccount(name()), pds.createAccount(name()));
        List<PlannedFollow> follows = new ArrayList<>();
        Stream.concat(Stream.of(cursed), fine.stream())
                .forEach(target -> follows.add(new PlannedFollow(target(target), follows.size() + 1)));
        follows.forEach(follow -> planned.add(follow.target().id()));

        plans.send(new FollowPlanned(member.id(), acting(), ++sequence, UUID.randomUUID(), follows, Instant.now()));

        fine.forEach(this::followed);
        assertThatEachIsFollowedOnce(cursed);
        web.heal();
        followed(cursed);
        assertThatEachIsFollowedOnce();
    }

    static Stream<Arguments> endsOfAccess() {
        return Stream.of(
                Arguments.of("401 AccountTakedown", 401, "AccountTakedown", Reason.LINK_AGAIN),
                Arguments.of("401 AccountDeactivated", 401, "AccountDeactivated", Reason.LINK_AGAIN),
                Arguments.of("403 AccountNotFound", 403, "AccountNotFound", Reason.LINK_AGAIN),
                Arguments.of("403 missing scope", 403, "InsufficientScope", Reason.SCOPE_MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfAccess")
    void personShouldBeAskedAndNothingLostWhenOnlyTheyCanHelp(String row, int status, String error, Reason reason) {
        web.failAlways(WRITE, "", Fault.xrpc(status, error));
        PdsAccount target = plan();
        // What may have been sent is looked at before anybody is asked.
        FollowSettled asked = plans.settledAs(member.id(), target(target), Outcome.NEEDS_PERSON);
        assertThat(asked.reason()).isEqualTo(reason);
        web.heal();

        link();

        followed(target);
        assertThatEachIsFollowedOnce();
        assertThat(row).isNotEmpty();
    }

    @Test
    void linkShouldBeLostAndThePersonAskedWhenTheRefreshTokenIsNotHonoured() {
        web.failAlways(WRITE, "", Fault.xrpc(400, "ExpiredToken"));
        web.failAlways(TOKEN, "refresh_token", Fault.json(400, "{\"error\":\"invalid_grant\"}"));
        PdsAccount target = plan();

        assertThat(plans.settledAs(member.id(), target(target), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.LINK_AGAIN);
        assertThat(grants.open(acting().id()).orElseThrow().grant().state().name())
                .isEqualTo("LOST");
        web.heal();
        link();
        followed(target);
        assertThatEachIsFollowedOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"use_dpop_nonce", "invalid_dpop_proof"})
    void linkShouldStayWhenOurProofIsRefusedAgainAndAgain(String error) {
        web.failAlways(WRITE, "", Fault.xrpc(401, error).with("WWW-Authenticate", "DPoP error=\"" + error + "\""));
        PdsAccount target = plan();

        plans.deferred(member.id(), target(target));

        assertThat(grants.open(acting().id()).orElseThrow().grant().state().name())
                .isEqualTo("LINKED");
        web.heal();
        followed(target);
        assertThatEachIsFollowedOnce();
    }

    @Test
    void nobodysLinkShouldBeGivenUpWhenTheServerDoesNotAcceptOurClient() {
        web.failNext(WRITE, Fault.xrpc(400, "ExpiredToken"));
        web.failNext(TOKEN, Fault.json(400, "{\"error\":\"invalid_client\"}"));
        PdsAccount target = plan();

        plans.deferred(member.id(), target(target));

        assertThat(grants.open(acting().id()).orElseThrow().grant().state().name())
                .isEqualTo("LINKED");
        followed(target);
        assertThatEachIsFollowedOnce();
    }
}
