package org.essaim.executor.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.essaim.executor.service.scene.MastodonScene.target;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.executor.bluesky.follows.TidIntents;
import org.essaim.executor.budgets.BudgetLimits;
import org.essaim.executor.budgets.Budgets;
import org.essaim.executor.courtesy.MastodonManners;
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
import org.essaim.executor.linking.clients.ServerClients;
import org.essaim.executor.mastodon.Mastodon;
import org.essaim.executor.mastodon.MastodonSettings;
import org.essaim.executor.profiles.PoliteWeb;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.testing.mastodon.MastodonAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rest of the table of errors: wrong clocks, what takes days, and whom a person has shut out. */
@QuarkusTest
@ExecutorTest
class MastodonElsewhereIT {

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
    ServerClients clients;

    private final SecureRandom random = new SecureRandom();
    private final MastodonScene scene = new MastodonScene();

    @AfterEach
    void close() {
        web.heal();
        scene.close();
    }

    private FollowSession session(InstantSource clock) {
        String account = scene.link().id();
        URI anywhere = URI.create("http://127.0.0.1:8080");
        MastodonSettings settings = new MastodonSettings(anywhere, anywhere, Set.of("mastodon"));
        WaysOut ways = WaysOut.over(web, new MastodonManners(limits), budgets, leftOut, 3, clock);
        Mastodon mastodon =
                new Mastodon(settings, ways, politeWeb, guard, clients, grants, budgets, limits, random, clock);
        return mastodon.follows().open(grants.open(account).orElseThrow(), 0);
    }

    private Entry entry(TargetAccount target, EntryState state, int attempts) {
        return new Entry(
                target,
                UUID.randomUUID(),
                state,
                attempts,
                new TidIntents(random).next(Network.MASTODON, Instant.now()),
                false);
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 600})
    void followShouldBeMadeWhenOurClockIsTenMinutesOff(long seconds) {
        FollowSession session = session(() -> Instant.now().plusSeconds(seconds));
        TargetAccount target = target(scene.somebody());

        Look look = session.look(List.of(entry(target, EntryState.PLANNED, 0)))
                .byTarget()
                .get(target.id());
        Answers<Sent> sent = session.send(List.of(entry(target, EntryState.SENDING, 1)));

        assertThat(look).isEqualTo(new Look.Clear());
        assertThat(sent.byTarget()).containsEntry(target.id(), new Sent.Followed());
        assertThat(scene.mastodon().following(scene.ana().username())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 600})
    void resetShouldBeReadByTheServersOwnClockWhenOursIsTenMinutesOff(long seconds) {
        InstantSource ours = () -> Instant.now().plusSeconds(seconds);
        FollowSession session = session(ours);
        TargetAccount target = target(scene.somebody());
        Instant theirs = Instant.now();
        web.failNext(
                "/accounts/lookup",
                Fault.error(429, "Too many requests")
                        .with("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.atOffset(ZoneOffset.UTC)))
                        .with("X-RateLimit-Limit", "300")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", theirs.plusSeconds(200).toString()));

        Halt halt = session.look(List.of(entry(target, EntryState.PLANNED, 0))).halt();

        assertThat(halt)
                .isInstanceOfSatisfying(
                        Halt.Until.class,
                        until -> assertThat(until.instant())
                                .isBetween(
                                        ours.instant().plusSeconds(150),
                                        ours.instant().plusSeconds(202)));
    }

    @Test
    void targetShouldBeGivenUpWhenItWasNotFoundForDays() {
        FollowSession session = session(InstantSource.system());
        TargetAccount nobody =
                new TargetAccount(Network.MASTODON, "https://elsewhere.example/users/eve", "eve@elsewhere.example");

        Answers<Look> looks = session.look(List.of(entry(nobody, EntryState.PLANNED, 10)));

        assertThat(looks.byTarget()).containsEntry(nobody.id(), Look.Barred.refused(Reason.TARGET_UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void targetShouldNotBeTakenForGoneWhenItsStaleIdIsRefused(boolean moved) {
        FollowSession session = session(InstantSource.system());
        TargetAccount target = target(scene.somebody());
        session.look(List.of(entry(target, EntryState.PLANNED, 0)));
        web.failNext("/follow", Fault.error(404, "Record not found"));
        web.failNext(
                "/accounts/lookup",
                moved
                        ? Fault.json(200, "{\"id\":\"7\",\"uri\":\"" + target.id() + "\",\"moved\":{}}")
                        : Fault.page(404));
        web.failNext("/api/v2/search", Fault.json(200, "{\"accounts\":[]}"));

        Answers<Sent> sent = session.send(List.of(entry(target, EntryState.SENDING, 1)));

        assertThat(sent.byTarget())
                .containsEntry(
                        target.id(),
                        moved ? new Sent.Barred(Outcome.REFUSED, Reason.TARGET_MOVED) : new Sent.NotSent());
    }

    @Test
    void requestShouldBeTakenForRejectedWhenItHasVanished() {
        scene.link();
        MastodonAccount locked = scene.mastodon().createLockedAccount(MastodonScene.name());
        scene.plan(locked);
        scene.plans().settledAs(scene.member().id(), target(locked), Outcome.AWAITING_APPROVAL);

        relationshipWith(locked, "\"requested\":false");

        assertThat(scene.plans()
                        .settledAs(scene.member().id(), target(locked), Outcome.REFUSED)
                        .reason())
                .isEqualTo(Reason.TARGET_REJECTED);
    }

    private void relationshipWith(MastodonAccount target, String field) {
        web.failAlways(
                "/accounts/relationships",
                "",
                Fault.json(200, "[{\"id\":\"" + target.id() + "\",\"following\":false," + field + "}]"));
    }

    @Test
    void personShouldBeAskedWhenTheyBlockTheTargetsDomainThemselves() {
        scene.link();
        MastodonAccount target = scene.somebody();
        relationshipWith(target, "\"domain_blocking\":true");

        scene.plan(target);

        assertThat(scene.plans()
                        .settledAs(scene.member().id(), target(target), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.BLOCKED_BY_ONESELF);
    }
}
