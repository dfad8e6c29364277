package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.Bluesky;
import org.essaim.executor.bluesky.follows.TidIntents;
import org.essaim.executor.bluesky.identity.BlueskySettings;
import org.essaim.executor.bluesky.oauth.OAuthClient;
import org.essaim.executor.budgets.Budget;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.budgets.Crowd;
import org.essaim.executor.courtesy.BlueskyManners;
import org.essaim.executor.courtesy.WaysOut;
import org.essaim.executor.following.Answers;
import org.essaim.executor.following.FollowSession;
import org.essaim.executor.following.Halt;
import org.essaim.executor.following.Look;
import org.essaim.executor.following.Sent;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.guard.AddressGuard;
import org.essaim.executor.ledger.Entry;
import org.essaim.executor.ledger.EntryState;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.testing.pds.FollowRecord;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;
import org.essaim.testing.web.LoopbackServer;
import org.essaim.testing.web.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PDS, seen with a clock that is wrong, and beside an AppView that answers as the real one does. */
@QuarkusTest
@ExecutorTest
class BlueskyElsewhereIT {

    @Inject
    FaultyWeb web;

    @Inject
    AddressGuard guard;

    @Inject
    Grants grants;

    @Inject
    Budgets budgets;

    @Inject
    BudgetLimits limits;

    @Inject
    PoliteWeb politeWeb;

    @Inject
    LeftOutHosts leftOut;

    @Inject
    BlueskySettings settings;

    private final SecureRandom random = new SecureRandom();
    private final TidIntents intents = new TidIntents(random);
    private final PdsControl pds = ExecutorResource.pds();
    private final PdsAccount ana = pds.createAccount(name());

    @AfterEach
    void close() {
        pds.close();
    }

    private static String name() {
        return "e" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private FollowSession session(InstantSource clock, Optional<URI> appview) {
        return session(clock, appview, settings.plcDirectory());
    }

    private FollowSession session(InstantSource clock, Optional<URI> appview, URI directory) {
        new Member().link(Network.BLUESKY, ana.handle(), url -> new PdsPerson(ana).authorize(url));
        BlueskySettings elsewhere = new BlueskySettings(
                settings.handleResolver(), directory, appview, settings.publicUrl(), settings.redirectUri(), null);
        Bluesky bluesky = new Bluesky(
                elsewhere,
                new OAuthClient(elsewhere, clock),
                WaysOut.over(web, new BlueskyManners(limits), budgets, leftOut, 3, clock),
                politeWeb,
                guard,
                grants,
                budgets,
                limits,
                random,
                clock);
        return bluesky.follows().open(grants.open(ana.did()).orElseThrow(), 0);
    }

    private Entry entry(String did, EntryState state) {
        TargetAccount target = new TargetAccount(Network.BLUESKY, did, "somebody.test");
        return new Entry(
                target,
                UUID.randomUUID(),
                state,
                1,
                state == EntryState.PLANNED ? null : intents.next(Network.BLUESKY, Instant.now()),
                false);
    }

    private static LoopbackServer appview(int status, String relationship) {
        String body = "{\"actor\":\"did:plc:somebody\",\"relationships\":[" + relationship + "]}";
        return LoopbackServer.start(0, request -> WebResponse.json(status, body).with(Map.of("Retry-After", "7")));
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 600})
    void followShouldBeMadeWhenOurClockIsTenMinutesOff(long seconds) {
        FollowSession session = session(() -> Instant.now().plus(Duration.ofSeconds(seconds)), Optional.empty());
        String target = pds.createAccount(name()).did();

        Look look = session.look(List.of(entry(target, EntryState.PLANNED)))
                .byTarget()
                .get(target);
        Answers<Sent> sent = session.send(List.of(entry(target, EntryState.SENDING)));

        assertThat(look).isEqualTo(new Look.Clear());
        assertThat(sent.byTarget()).containsEntry(target, new Sent.Followed());
        assertThat(pds.follows(ana.did())).extracting(FollowRecord::subject).containsExactly(target);
    }

    @Test
    void targetShouldBeGivenUpWhenItsIdentityIsUnknown() {
        String nobody = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";

        Answers<Look> looks =
                session(InstantSource.system(), Optional.empty()).look(List.of(entry(nobody, EntryState.PLANNED)));

        assertThat(looks.byTarget()).containsEntry(nobody, Look.Barred.refused(Reason.TARGET_GONE));
    }

    @Test
    void followShouldBeMadeElsewhereWhenTheRepositoryHasMovedToAnotherServerOfItsIssuer() {
        AtomicInteger writes = new AtomicInteger();
        String target = pds.createAccount(name()).did();
        try (LoopbackServer elsewhere = LoopbackServer.start(0, request -> {
                    writes.addAndGet(request.path().endsWith("applyWrites") ? 1 : 0);
                    return WebResponse.json(
                            200, "{\"commit\":{},\"authorization_servers\":[\"" + ExecutorResource.pdsUri() + "\"]}");
                });
                LoopbackServer directory =
                        LoopbackServer.start(0, request -> WebResponse.json(200, documentAt(elsewhere.baseUri())))) {
            FollowSession session = session(InstantSource.system(), Optional.empty(), directory.baseUri());
            web.failNext("applyWrites", Fault.xrpc(403, "AccountNotFound"));

            Answers<Sent> sent = session.send(List.of(entry(target, EntryState.SENDING)));

            assertThat(sent.byTarget()).containsEntry(target, new Sent.Followed());
            assertThat(writes).hasValue(1);
            assertThat(grants.open(ana.did()).orElseThrow().grant().host())
                    .isEqualTo(elsewhere.baseUri().getRawAuthority());
        }
    }

    /** The identity's document as a directory has it, naming this PDS. */
    private String documentAt(URI server) {
        return """
                {"id":"%s","alsoKnownAs":["at://%s"],"service":[{"id":"#atproto_pds",\
                "type":"AtprotoPersonalDataServer","serviceEndpoint":"%s"}]}""".formatted(ana.did(), ana.handle(), server);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void repositoryShouldBeReadWhereItIsNowUnlessAnotherIssuerSpeaksForIt(boolean sameIssuer) {
        try (LoopbackServer elsewhere = LoopbackServer.start(0, request -> {
                    String itself = "http://" + request.header("Host").orElseThrow();
                    String issuer = sameIssuer ? ExecutorResource.pdsUri().toString() : itself;
                    return WebResponse.json(200, """
                            {"records":[],"authorization_servers":["%1$s"],"issuer":"%1$s","authorization_endpoint":"%1$s/a",\
                            "token_endpoint":"%1$s/t","pushed_authorization_request_endpoint":"%1$s/p"}""".formatted(issuer));
                });
                LoopbackServer directory =
                        LoopbackServer.start(0, request -> WebResponse.json(200, documentAt(elsewhere.baseUri())))) {
            FollowSession session = session(InstantSource.system(), Optional.empty(), directory.baseUri());
            web.failNext(
                    "listRecords",
                    Fault.json(400, "{\"error\":\"InvalidRequest\",\"message\":\"Could not find repo: did\"}"));

            Halt halt = session.look(List.of(entry("did:plc:somebody", EntryState.CANCELLING)))
                    .halt();

            if (sameIssuer) {
                assertThat(halt).isNull();
                assertThat(grants.open(ana.did()).orElseThrow().grant().host())
                        .isEqualTo(elsewhere.baseUri().getRawAuthority());
            } else {
                assertThat(halt).isEqualTo(new Halt.NeedsPerson(Reason.LINK_AGAIN));
            }
        }
    }

    @Test
    void restOfARefusedBatchShouldWaitForItsBudgetAndTakeNothingWhenNotAllOfItFits() {
        List<Entry> sending = Stream.generate(() -> pds.createAccount(name()).did())
                .limit(4)
                .map(did -> entry(did, EntryState.SENDING))
                .toList();
        FollowSession session = session(InstantSource.system(), Optional.empty());
        Budget day = limits.blueskyFollows(
                ana.did(), limits.pace().on(0, Crowd.UNKNOWN).percent());
        budgets.reserve(List.of(day.cost(Math.toIntExact(budgets.left(day)) - 7)));
        web.failNext("applyWrites", Fault.xrpc(400, "InvalidRequest"));

        Answers<Sent> sent = session.send(sending);

        assertThat(sent.halt()).isInstanceOf(Halt.Spent.class);
        assertThat(sent.byTarget().values())
                .filteredOn(new Sent.Followed()::equals)
                .hasSize(2);
        assertThat(sent.byTarget().values())
                .filteredOn(new Sent.NotSent()::equals)
                .hasSize(2);
        assertThat(pds.follows(ana.did())).hasSize(2);
        assertThat(budgets.left(day)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocking", "blockedBy"})
    void targetShouldNotBeFollowedWhenTheAppViewKnowsOfABlock(String direction) {
        String target = pds.createAccount(name()).did();
        String relationship = "{\"$type\":\"app.bsky.graph.defs#relationship\",\"did\":\"" + target + "\",\""
                + direction + "\":\"at://" + target + "/app.bsky.graph.block/3mblock\"}";
        try (LoopbackServer appview = appview(200, relationship)) {
            Look look = session(InstantSource.system(), Optional.of(appview.baseUri()))
                    .look(List.of(entry(target, EntryState.PLANNED)))
                    .byTarget()
                    .get(target);

            assertThat(look)
                    .isEqualTo(
                            direction.equals("blocking")
                                    ? Look.Barred.needsPerson(Reason.BLOCKED_BY_ONESELF)
                                    : Look.Barred.refused(Reason.TARGET_BLOCKS));
        }
    }

    @Test
    void appViewShouldBeLeftAloneWhenItAnswers429() {
        String target = pds.createAccount(name()).did();
        try (LoopbackServer appview = appview(429, "")) {
            Answers<Look> looks = session(InstantSource.system(), Optional.of(appview.baseUri()))
                    .look(List.of(entry(target, EntryState.PLANNED)));

            assertThat(looks.byTarget()).isEmpty();
            assertThat(looks.halt())
                    .isInstanceOfSatisfying(
                            Halt.Until.class,
                            halt -> assertThat(halt.instant())
                                    .isBetween(Instant.now(), Instant.now().plusSeconds(8)));
        }
    }
}
