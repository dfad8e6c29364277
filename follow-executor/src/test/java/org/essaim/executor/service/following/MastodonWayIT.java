package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.FollowSettled.Reason;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.UndoRequested;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Member;
import org.essaim.executor.service.scene.Plans;
import org.essaim.testing.mastodon.MastodonAccount;
import org.essaim.testing.mastodon.MastodonControl;
import org.essaim.testing.mastodon.MastodonFault;
import org.essaim.testing.mastodon.MastodonPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ExecutorTest
class MastodonWayIT {

    private static final String FOLLOW = "/api/v1/accounts/[0-9]+/follow";

    private final MastodonControl mastodon = ExecutorResource.mastodon();
    private final Plans plans = new Plans();
    private final Member member = new Member();
    private final MastodonAccount ana = mastodon.createAccount(name());
    private final UUID run = UUID.randomUUID();

    @AfterEach
    void close() {
        mastodon.clearFaults();
        plans.close();
        mastodon.close();
    }

    private static String name() {
        return "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private TargetAccount link() {
        return member.link(
                Network.MASTODON,
                "@" + ana.username() + "@" + ExecutorResource.mastodonDomain(),
                url -> new MastodonPerson(ana).authorize(url));
    }

    private static TargetAccount target(MastodonAccount account) {
        return new TargetAccount(Network.MASTODON, account.uri().toString(), account.address());
    }

    private FollowPlanned plan(TargetAccount acting, long sequence, MastodonAccount... targets) {
        List<PlannedFollow> follows =
                Stream.of(targets).map(to -> new PlannedFollow(target(to), 0)).toList();
        return new FollowPlanned(member.id(), acting, sequence, run, follows, Instant.now());
    }

    @Test
    void plannedTargetsShouldBeFollowedOnceWhenThePlanIsRedelivered() {
        MastodonAccount ben = mastodon.createAccount(name());
        MastodonAccount eve = mastodon.createAccount(name());
        TargetAccount acting = link();
        assertThat(acting.id()).isEqualTo(ana.uri().toString());

        plans.send(plan(acting, 1, ben, eve));
        plans.send(plan(acting, 1, ben, eve));

        var settled = plans.settled(member.id(), List.of(target(ben), target(eve)));
        assertThat(settled.values()).allMatch(result -> result.outcome() == Outcome.FOLLOWED);
        assertThat(mastodon.following(ana.username())).containsExactlyInAnyOrder(ben.address(), eve.address());
        assertThat(plans.about(member.id(), target(ben))).hasSize(1);
    }

    @Test
    void everyOutcomeShouldBeTypedWhenTargetsDiffer() {
        MastodonAccount followed = mastodon.createAccount(name());
        MastodonAccount locked = mastodon.createLockedAccount(name());
        MastodonAccount gone = mastodon.createAccount(name());
        MastodonAccount moved = mastodon.createAccount(name());
        MastodonAccount blocking = mastodon.createAccount(name());
        mastodon.follow(ana.username(), followed.address());
        mastodon.suspend(gone.username());
        mastodon.move(moved.username(), followed.address());
        mastodon.block(blocking.username(), ana.address());
        TargetAccount acting = link();

        plans.send(plan(acting, 1, followed, locked, gone, moved, blocking));

        var settled = plans.settled(
                member.id(), List.of(target(followed), target(locked), target(gone), target(moved), target(blocking)));
        assertThat(settled.get(target(followed)).outcome()).isEqualTo(Outcome.ALREADY_FOLLOWING);
        assertThat(settled.get(target(locked)).outcome()).isEqualTo(Outcome.AWAITING_APPROVAL);
        assertThat(settled.get(target(gone)).reason()).isEqualTo(Reason.TARGET_GONE);
        assertThat(settled.get(target(moved)).reason()).isEqualTo(Reason.TARGET_MOVED);
        assertThat(settled.get(target(blocking)).reason()).isEqualTo(Reason.TARGET_BLOCKS);
        mastodon.acceptRequest(locked.username(), ana.address());
        plans.settledAs(member.id(), target(locked), Outcome.FOLLOWED);
    }

    @Test
    void onlyIdentityShouldBeAskedForWhenAPersonOnlyWantsToBeFound() {
        member.link(
                Network.MASTODON,
                ana.address(),
                url -> new MastodonPerson(ana).authorize(url),
                Map.of("purpose", "TO_BE_FOUND"));

        assertThat(member.grants().jsonPath().getList("[0].scopes")).isEqualTo(List.of("read:accounts"));
        assertThat(member.grants().jsonPath().getBoolean("[0].canFollow")).isFalse();
    }

    @Test
    void accountShouldGoSlowlyAndSaySoWhenHardlyAnybodyFollowsBack() {
        for (int i = 0; i < 200; i++) {
            mastodon.follow(ana.username(), mastodon.createAccount(name()).address());
        }
        MastodonAccount[] wanted =
                Stream.generate(() -> mastodon.createAccount(name())).limit(31).toArray(MastodonAccount[]::new);
        TargetAccount acting = link();

        plans.send(plan(acting, 1, wanted));

        // 7 % of 400 a day: a tenth of our three quarters.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> mastodon.following(ana.username()).size() == 228);
        FollowDeferred waiting = plans.slowed(member.id());
        assertThat(waiting.reason()).isEqualTo(FollowDeferred.Reason.BUDGET_SPENT);
        assertThat(waiting.slowed()).isEqualTo(FollowDeferred.Slowed.FEW_FOLLOW_BACK);
    }

    @Test
    void followShouldBeRecognisedAsOursWhenTheServerActedAndCutTheConnection() {
        MastodonAccount ben = mastodon.createAccount(name());
        TargetAccount acting = link();
        mastodon.fail(MastodonFault.resetAfter("POST", FOLLOW));

        plans.send(plan(acting, 1, ben));

        plans.settledAs(member.id(), target(ben), Outcome.FOLLOWED);
        assertThat(mastodon.following(ana.username())).containsExactly(ben.address());
    }

    @Test
    void followShouldBeTriedAgainWhenTheServerWasAway() {
        MastodonAccount ben = mastodon.createAccount(name());
        TargetAccount acting = link();
        mastodon.fail(MastodonFault.answering("POST", FOLLOW, 503, "{}").times(1));
        plans.send(plan(acting, 1, ben));

        plans.settledAs(member.id(), target(ben), Outcome.FOLLOWED);
        assertThat(plans.about(member.id(), target(ben)))
                .first()
                .isInstanceOfSatisfying(
                        FollowDeferred.class,
                        deferred -> assertThat(deferred.reason()).isEqualTo(FollowDeferred.Reason.NETWORK_TROUBLE));
    }

    @Test
    void personShouldBeAskedToLinkAgainWhenTheTokenWasTakenAway() {
        MastodonAccount ben = mastodon.createAccount(name());
        TargetAccount acting = link();
        mastodon.revokeTokens(ana.username());
        plans.send(plan(acting, 1, ben));
        assertThat(plans.settledAs(member.id(), target(ben), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.LINK_AGAIN);

        link();

        plans.settledAs(member.id(), target(ben), Outcome.FOLLOWED);
    }

    @Test
    void onlyOwnFollowsShouldBeTakenBackWhenARunIsUndone() {
        MastodonAccount old = mastodon.createAccount(name());
        MastodonAccount ben = mastodon.createAccount(name());
        mastodon.follow(ana.username(), old.address());
        TargetAccount acting = link();
        plans.send(plan(acting, 1, old, ben));
        plans.settled(member.id(), List.of(target(old), target(ben)));

        plans.send(new UndoRequested(member.id(), acting, 2, run, Instant.now()));

        plans.settledAs(member.id(), target(ben), Outcome.UNDONE);
        assertThat(mastodon.following(ana.username())).containsExactly(old.address());
    }

    @Test
    void targetShouldNotBeFollowedWhenItIsCancelledBefore() {
        MastodonAccount ben = mastodon.createAccount(name());
        TargetAccount acting = link();
        mastodon.fail(MastodonFault.answering("GET", "/api/v1/accounts/lookup", 503, "{}")
                .times(3));

        plans.send(plan(acting, 1, ben));
        plans.send(new FollowCancelled(
                member.id(), acting, 2, List.of(target(ben).id()), FollowCancelled.Reason.DECLINED, Instant.now()));

        plans.settledAs(member.id(), target(ben), Outcome.CANCELLED);
        assertThat(mastodon.following(ana.username())).isEmpty();
    }

    @Test
    void accountShouldStayWithItsMemberWhenAnotherLinksIt() {
        TargetAccount acting = link();
        Member other = new Member();
        var begun = other.begin(Network.MASTODON, ExecutorResource.mastodonDomain());

        other.complete(new MastodonPerson(ana).authorize(java.net.URI.create(begun.path("authorizationUrl"))))
                .then()
                .statusCode(409);
        member.unlink(acting).then().statusCode(204);
        member.unlink(acting).then().statusCode(404);
    }
}
