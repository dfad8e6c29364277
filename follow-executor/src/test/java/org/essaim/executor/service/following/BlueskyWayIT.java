package org.essaim.executor.service.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.essaim.testing.pds.FollowRecord;
import org.essaim.testing.pds.PdsAccount;
import org.essaim.testing.pds.PdsControl;
import org.essaim.testing.pds.PdsPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ExecutorTest
class BlueskyWayIT {

    private final PdsControl pds = ExecutorResource.pds();
    private final Plans plans = new Plans();
    private final Member member = new Member();
    private final PdsAccount ana = pds.createAccount(name());
    private final UUID run = UUID.randomUUID();

    @AfterEach
    void close() {
        plans.close();
        pds.close();
    }

    private static String name() {
        return "b" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private TargetAccount link() {
        return member.link(Network.BLUESKY, "@" + ana.handle(), url -> new PdsPerson(ana).authorize(url));
    }

    private static TargetAccount target(PdsAccount account) {
        return new TargetAccount(Network.BLUESKY, account.did(), account.handle());
    }

    private FollowPlanned plan(TargetAccount acting, long sequence, PdsAccount... targets) {
        List<PlannedFollow> follows =
                Stream.of(targets).map(to -> new PlannedFollow(target(to), 0)).toList();
        return new FollowPlanned(member.id(), acting, sequence, run, follows, Instant.now());
    }

    private List<String> subjects() {
        return pds.follows(ana.did()).stream().map(FollowRecord::subject).toList();
    }

    @Test
    void plannedTargetsShouldBeFollowedOnceWhenThePlanIsRedelivered() {
        PdsAccount ben = pds.createAccount(name());
        PdsAccount eve = pds.createAccount(name());
        TargetAccount acting = link();
        assertThat(acting).isEqualTo(target(ana));
        member.grants().then().statusCode(200);

        plans.send(plan(acting, 1, ben, eve));
        plans.send(plan(acting, 1, ben, eve));

        var settled = plans.settled(member.id(), List.of(target(ben), target(eve)));
        assertThat(settled.values()).allMatch(result -> result.outcome() == Outcome.FOLLOWED);
        assertThat(subjects()).containsExactlyInAnyOrder(ben.did(), eve.did());
    }

    @Test
    void oldFollowsAndDeadTargetsShouldBeLeftAloneWhenPlanned() {
        PdsAccount followed = pds.createAccount(name());
        PdsAccount gone = pds.createAccount(name());
        PdsAccount paused = pds.createAccount(name());
        String before = pds.follow(ana, followed.did(), "2024-01-01T00:00:00.000Z");
        pds.takeDown(gone.did(), true);
        pds.deactivate(paused);
        TargetAccount acting = link();

        plans.send(plan(acting, 1, followed, gone, paused));

        var settled = plans.settled(member.id(), List.of(target(followed), target(gone)));
        assertThat(settled.get(target(followed)).outcome()).isEqualTo(Outcome.ALREADY_FOLLOWING);
        assertThat(settled.get(target(gone)).reason()).isEqualTo(Reason.TARGET_GONE);
        assertThat(plans.deferred(member.id(), target(paused)).until())
                .isAfter(Instant.now().plus(Duration.ofDays(13)));
        assertThat(pds.follows(ana.did())).extracting(FollowRecord::uri).containsExactly(before);
    }

    @Test
    void onlyOwnRecordsShouldBeTakenBackWhenARunIsUndone() {
        PdsAccount old = pds.createAccount(name());
        PdsAccount ben = pds.createAccount(name());
        pds.follow(ana, old.did(), "2024-01-01T00:00:00.000Z");
        TargetAccount acting = link();
        plans.send(plan(acting, 1, old, ben));
        plans.settled(member.id(), List.of(target(old), target(ben)));
        assertThat(subjects()).containsExactlyInAnyOrder(old.did(), ben.did());

        plans.send(new UndoRequested(member.id(), acting, 2, run, Instant.now()));

        plans.settledAs(member.id(), target(ben), Outcome.UNDONE);
        assertThat(subjects()).containsExactly(old.did());
    }

    /** A follow that the person makes by hand replaces our record by one of theirs. */
    @Test
    void recordOfThePersonShouldStayWhenItTookThePlaceOfOurs() {
        PdsAccount ben = pds.createAccount(name());
        TargetAccount acting = link();
        plans.send(plan(acting, 1, ben));
        plans.settledAs(member.id(), target(ben), Outcome.FOLLOWED);
        String theirs = pds.follow(ana, ben.did(), "2024-01-01T00:00:00.000Z");

        plans.send(new UndoRequested(member.id(), acting, 2, run, Instant.now()));

        plans.settledAs(member.id(), target(ben), Outcome.CANCELLED);
        assertThat(pds.follows(ana.did())).extracting(FollowRecord::uri).containsExactly(theirs);
    }

    @Test
    void onlyIdentityShouldBeAskedForWhenAPersonOnlyWantsToBeFound() {
        PdsAccount ben = pds.createAccount(name());
        TargetAccount acting = member.link(
                Network.BLUESKY,
                ana.handle(),
                url -> new PdsPerson(ana).authorize(url),
                Map.of("purpose", "TO_BE_FOUND"));
        assertThat(member.grants().jsonPath().getList("[0].scopes")).isEqualTo(List.of("atproto"));
        assertThat(member.grants().jsonPath().getBoolean("[0].canFollow")).isFalse();

        plans.send(plan(acting, 1, ben));
        assertThat(plans.settledAs(member.id(), target(ben), Outcome.NEEDS_PERSON)
                        .reason())
                .isEqualTo(Reason.SCOPE_MISSING);
        link();

        plans.settledAs(member.id(), target(ben), Outcome.FOLLOWED);
        assertThat(subjects()).containsExactly(ben.did());
    }

    @Test
    void accountShouldNotBeLinkedWhenItDoesNotExistOrThePersonSaysNo() {
        member.begin(Network.BLUESKY, "nobody-at-all.test").then().statusCode(404);
        member.begin(Network.BLUESKY, "ana@example.social").then().statusCode(422);
        var begun = member.begin(Network.BLUESKY, ana.handle());
        begun.then().statusCode(201);
        var denied = new PdsPerson(ana).deny(java.net.URI.create(begun.path("authorizationUrl")));

        member.complete(denied).then().statusCode(400);
        member.complete(denied).then().statusCode(400);
    }
}
