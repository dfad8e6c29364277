package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.essaim.executor.service.scene.MastodonScene.target;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.testing.mastodon.MastodonAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Follows that a person makes by hand while ours wait or are in doubt: theirs for good, where follows have no names to tell. */
@QuarkusTest
@ExecutorTest
class OldFollowsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    FaultyWeb web;

    private final MastodonScene scene = new MastodonScene();

    @AfterEach
    void close() {
        web.heal();
        scene.close();
    }

    private void followedByHand(MastodonAccount target) {
        scene.mastodon().follow(scene.ana().username(), target.address());
    }

    private List<String> followed() {
        return scene.mastodon().following(scene.ana().username());
    }

    private static String follow(MastodonAccount target) {
        return "/" + target.id() + "/follow";
    }

    @Test
    void followOfThePersonShouldStayWhenTheyMadeItAfterOursWasNotSent() {
        scene.link();
        MastodonAccount ben = scene.somebody();
        MastodonAccount eve = scene.somebody();
        web.failNext(
                follow(ben),
                Fault.error(429, "Too many requests")
                        .with("X-RateLimit-Limit", "300")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", Instant.now().plusSeconds(8).toString()));
        scene.plan(ben);
        await().atMost(PATIENCE).until(() -> !web.sentTo(follow(ben)).isEmpty());

        followedByHand(ben);

        scene.plans().settledAs(scene.member().id(), target(ben), Outcome.ALREADY_FOLLOWING);
        scene.undo();
        scene.plan(eve);
        scene.plans().settledAs(scene.member().id(), target(eve), Outcome.FOLLOWED);
        assertThat(followed()).containsExactlyInAnyOrder(ben.address(), eve.address());
    }

    @Test
    void followsOfThePersonShouldStayWhenAWorkerDiedBeforeItCameToThem() {
        scene.link();
        MastodonAccount ben = scene.somebody();
        MastodonAccount eve = scene.somebody();
        MastodonAccount zoe = scene.somebody();
        web.failNext(follow(ben), new Fault.WorkerDies());
        scene.plan(ben, eve, zoe);
        await().atMost(PATIENCE).until(() -> followed().equals(List.of(ben.address())));

        followedByHand(eve);
        followedByHand(zoe);

        scene.plans().settledAs(scene.member().id(), target(eve), Outcome.ALREADY_FOLLOWING);
        scene.plans().settledAs(scene.member().id(), target(zoe), Outcome.ALREADY_FOLLOWING);
        scene.plans().settledAs(scene.member().id(), target(ben), Outcome.FOLLOWED);
        scene.undo();
        scene.plans().settledAs(scene.member().id(), target(ben), Outcome.UNDONE);
        assertThat(followed()).containsExactlyInAnyOrder(eve.address(), zoe.address());
    }
}
