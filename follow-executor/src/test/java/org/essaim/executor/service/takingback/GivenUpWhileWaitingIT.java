package org.essaim.executor.service.takingback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.essaim.executor.service.scene.MastodonScene.target;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.essaim.contracts.FollowDeferred.Reason;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.executor.service.scene.BadServer;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.executor.stops.EmergencyStop;
import org.essaim.executor.stops.EmergencyStops;
import org.essaim.executor.stops.LeftOutHost;
import org.essaim.executor.stops.LeftOutHosts;
import org.essaim.testing.mastodon.MastodonAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are undone while their follows wait, and operators who step in while a batch is under way. */
@QuarkusTest
@ExecutorTest
class GivenUpWhileWaitingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    FaultyWeb web;

    @Inject
    EmergencyStops stops;

    @Inject
    LeftOutHosts leftOut;

    private final MastodonScene scene = new MastodonScene();

    @AfterEach
    void close() {
        web.heal();
        scene.close();
    }

    private static String follow(MastodonAccount target) {
        return "/" + target.id() + "/follow";
    }

    private List<String> followed() {
        return scene.mastodon().following(scene.ana().username());
    }

    private void assertUndone(MastodonAccount followed, MastodonAccount waiting) {
        scene.plans().settledAs(scene.member().id(), target(followed), Outcome.UNDONE);
        scene.plans().settledAs(scene.member().id(), target(waiting), Outcome.CANCELLED);
        assertThat(followed()).isEmpty();
    }

    @Test
    void runShouldBeUndoneAtOnceWhenTheDaysFollowsAreSpent() {
        MastodonAccount ben = scene.followedOnce();
        MastodonAccount eve = scene.somebody();
        Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        web.failNext(
                follow(eve),
                Fault.error(429, "Too many requests")
                        .with("X-RateLimit-Limit", "400")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", midnight.toString()));
        scene.plan(eve);
        scene.plans().deferredAs(scene.member().id(), target(eve), Reason.BUDGET_SPENT);

        scene.undo();

        assertUndone(ben, eve);
    }

    @Test
    void runShouldBeUndoneAtOnceWhenItsAccountIsPaused() {
        MastodonAccount ben = scene.followedOnce();
        MastodonAccount eve = scene.somebody();
        scene.pause();
        scene.plan(eve);

        scene.undo();

        assertUndone(ben, eve);
    }

    @Test
    void nobodyShouldBeFollowedUntilTheAccountGoesOnWhenItIsPaused() {
        MastodonAccount ben = scene.followedOnce();
        MastodonAccount eve = scene.somebody();
        scene.pause();
        scene.plan(eve);
        scene.undo();
        scene.plans().settledAs(scene.member().id(), target(ben), Outcome.UNDONE);
        scene.plan(eve);
        assertThat(followed()).isEmpty();

        scene.resume();

        scene.plans().settledAs(scene.member().id(), target(eve), Outcome.FOLLOWED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void restOfABatchShouldNotBeFollowedWhenTheHostIsStoppedMeanwhile(boolean asksToBeLeftOut) {
        String host = ExecutorResource.mastodonDomain();
        scene.link();
        MastodonAccount slow = scene.somebody();
        MastodonAccount next = scene.somebody();
        web.failNext(follow(slow), new Fault.Broken(BadServer.Manner.STALL));
        scene.plan(slow, next);
        await().atMost(PATIENCE).until(() -> !web.sentTo(follow(slow)).isEmpty());

        if (asksToBeLeftOut) {
            leftOut.leaveOut(new LeftOutHost(host, "test", Instant.now()));
        } else {
            stops.stop(new EmergencyStop(host, "test", Instant.now()));
        }

        scene.plans().deferredAs(scene.member().id(), target(next), Reason.EMERGENCY_STOP);
        assertThat(web.sentTo(follow(next))).isEmpty();
        assertThat(asksToBeLeftOut ? leftOut.takeIn(host) : stops.lift(host)).isTrue();
        scene.plans().settledAs(scene.member().id(), target(next), Outcome.FOLLOWED);
        scene.plans().settledAs(scene.member().id(), target(slow), Outcome.FOLLOWED);
    }
}
