package org.essaim.executor.service.takingback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.testing.mastodon.MastodonAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows that wait for their person to link again, and are given up before that. */
@QuarkusTest
@ExecutorTest
class WithdrawnFollowsIT {

    private final MastodonScene scene = new MastodonScene();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Arguments> withdrawals() {
        return Stream.of(
                Arguments.of("cancelled", (Consumer<MastodonScene>) MastodonScene::cancelAll),
                Arguments.of("undone", (Consumer<MastodonScene>) MastodonScene::undo),
                Arguments.of("unlinked", (Consumer<MastodonScene>) MastodonScene::unlink));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withdrawals")
    void nobodyShouldBeFollowedWhenAFollowWasGivenUpBeforeLinkingAgain(String how, Consumer<MastodonScene> withdrawal) {
        MastodonAccount ben = scene.somebody();
        MastodonAccount eve = scene.somebody();
        scene.link();
        scene.mastodon().revokeTokens(scene.ana().username());
        scene.plan(ben);
        scene.plans().settledAs(scene.member().id(), MastodonScene.target(ben), Outcome.NEEDS_PERSON);

        withdrawal.accept(scene);
        scene.plans().settledAs(scene.member().id(), MastodonScene.target(ben), Outcome.CANCELLED);
        scene.link();
        scene.plan(eve);

        scene.plans().settledAs(scene.member().id(), MastodonScene.target(eve), Outcome.FOLLOWED);
        assertThat(scene.mastodon().following(scene.ana().username())).containsExactly(eve.address());
        assertThat(how).isNotEmpty();
    }
}
