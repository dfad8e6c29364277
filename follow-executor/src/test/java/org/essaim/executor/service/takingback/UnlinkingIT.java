package org.essaim.executor.service.takingback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.essaim.executor.service.scene.MastodonScene.target;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topics;
import org.essaim.executor.grants.Grants;
import org.essaim.executor.guard.WebException;
import org.essaim.executor.guard.WebRequest;
import org.essaim.executor.json.Json;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Fault;
import org.essaim.executor.service.scene.FaultyWeb;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.executor.service.scene.Plans;
import org.essaim.testing.mastodon.MastodonAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a person who takes back what they gave: nothing here, and no access on their server. */
@QuarkusTest
@ExecutorTest
class UnlinkingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String REVOKE = "/oauth/revoke";

    @Inject
    FaultyWeb web;

    @Inject
    Grants grants;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource database;

    private final MastodonScene scene = new MastodonScene();

    @AfterEach
    void close() {
        web.heal();
        scene.close();
    }

    private String token() {
        return Json.read(grants.open(scene.acting().id()).orElseThrow().secret().content())
                .path("accessToken")
                .asText();
    }

    private boolean isGood(String token) {
        URI self = URI.create("http://" + ExecutorResource.mastodonDomain() + "/api/v1/accounts/verify_credentials");
        try {
            return web.send(WebRequest.get(self).with("Authorization", "Bearer " + token))
                    .isSuccess();
        } catch (WebException e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows(String table, String column, Object value) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table + " where " + column + " = ?")) {
            query.setObject(1, value);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRevocationOver() {
        return rows("revocation", "account_id", scene.acting().id()) == 0;
    }

    private void assertThatNothingIsLeft() {
        String account = scene.acting().id();
        assertThat(rows("account_grant", "account_id", account)).isZero();
        assertThat(rows("acting_account", "account_id", account)).isZero();
        assertThat(rows("follow", "acting_id", account)).isZero();
        assertThat(rows("profile", "account_id", account)).isZero();
    }

    @Test
    void nothingShouldBeLeftHereOrOnTheNetworkWhenAnAccountIsUnlinked() {
        MastodonAccount ben = scene.followedOnce();
        String token = token();

        scene.unlink();

        assertThatNothingIsLeft();
        await().atMost(PATIENCE).until(() -> isRevocationOver() && !isGood(token));
        String key = scene.member().id().asString() + ":" + scene.acting().id();
        await().atMost(PATIENCE)
                .until(() -> Plans.lastOf(Topics.GRANTS, key), last -> last.size() == 1 && last.getFirst() == null);
        assertThat(scene.mastodon().following(scene.ana().username())).containsExactly(ben.address());
    }

    @Test
    void accessShouldBeRevokedLaterWhenTheServerDoesNotAnswerAtOnce() {
        scene.link();
        String token = token();
        web.failNext(REVOKE, Fault.page(502));

        scene.unlink();

        await().atMost(PATIENCE).until(() -> isRevocationOver() && !isGood(token));
    }

    @Test
    void accessShouldBeForgottenWhenItsServerDidNotAnswerForADay() throws SQLException {
        scene.link();
        String token = token();
        web.failAlways(REVOKE, "", Fault.page(502));
        scene.unlink();
        await().atMost(PATIENCE).until(() -> !web.sentTo(REVOKE).isEmpty());

        change("revocation", "since = since - interval '25 hours'");

        await().atMost(PATIENCE).until(this::isRevocationOver);
        assertThat(isGood(token)).isTrue();
    }

    @Test
    void accessShouldBeForgottenWhenNoKeyOpenedItForADay() throws SQLException {
        scene.link();
        web.failAlways(REVOKE, "", Fault.page(502));
        double before = unreadable();
        scene.unlink();
        await().atMost(PATIENCE).until(() -> !web.sentTo(REVOKE).isEmpty());

        change("revocation", "since = since - interval '25 hours', key_id = 'lost'");

        await().atMost(PATIENCE).until(this::isRevocationOver);
        assertThat(unreadable()).isEqualTo(before + 1);
    }

    private double unreadable() {
        return metrics.counter("essaim.executor.revocations", "outcome", "unreadable")
                .count();
    }

    private void change(String table, String what) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update " + table + " set " + what + " where account_id = ?")) {
            update.setString(1, scene.acting().id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void accessShouldStayWhenThePersonLinksAgainBeforeItIsRevokedAndGetsTheSameToken() {
        scene.link();
        String token = token();
        web.failNext(REVOKE, Fault.page(502));
        scene.unlink();

        scene.link();

        assertThat(token()).as("the server gives the same token again").isEqualTo(token);
        await().atMost(PATIENCE).until(this::isRevocationOver);
        assertThat(isGood(token)).isTrue();
    }

    @Test
    void resultsShouldNotLookOlderThanBeforeWhenAnAccountIsLinkedAgain() {
        MastodonAccount ben = scene.followedOnce();
        long before = scene.plans()
                .settledAs(scene.member().id(), target(ben), Outcome.FOLLOWED)
                .version();
        scene.unlink();
        scene.link();

        scene.plan(ben);

        assertThat(scene.plans()
                        .settledAs(scene.member().id(), target(ben), Outcome.ALREADY_FOLLOWING)
                        .version())
                .isGreaterThan(before);
    }

    private void planAt(Instant at, long sequence, MastodonAccount target) {
        TargetAccount acting = scene.acting();
        scene.plans()
                .send(new FollowPlanned(
                        scene.member().id(),
                        acting,
                        sequence,
                        UUID.randomUUID(),
                        List.of(new PlannedFollow(target(target), 1)),
                        at));
    }

    @Test
    void planShouldBeToldAsCancelledWhenItsAccountIsNotLinkedAnyMore() {
        scene.link();
        scene.unlink();
        MastodonAccount ben = scene.somebody();

        planAt(Instant.now(), 7, ben);

        scene.plans().settledAs(scene.member().id(), target(ben), Outcome.CANCELLED);
        assertThatNothingIsLeft();
    }

    @Test
    void planOfAnEarlierLinkShouldNotBeFollowedWhenItIsReadAgain() {
        scene.link();
        scene.unlink();
        MastodonAccount ben = scene.somebody();
        MastodonAccount eve = scene.somebody();
        scene.link();

        planAt(Instant.now().minus(Duration.ofHours(1)), 1, ben);
        planAt(Instant.now(), 2, eve);

        scene.plans().settledAs(scene.member().id(), target(eve), Outcome.FOLLOWED);
        assertThat(scene.mastodon().following(scene.ana().username())).containsExactly(eve.address());
        assertThat(rows("follow", "target_id", target(ben).id())).isZero();
    }

    @Test
    void nothingShouldBeLeftOfAMemberWhoWantsToBeForgotten() {
        scene.followedOnce();
        String token = token();
        UUID member = scene.member().id().value();
        scene.member()
                .begin(org.essaim.contracts.Network.MASTODON, scene.ana().address())
                .then()
                .statusCode(201);

        scene.member().request().delete("/api/members/" + member).then().statusCode(204);

        assertThatNothingIsLeft();
        assertThat(rows("link_attempt", "member", member)).isZero();
        assertThat(rows("member_subject", "member", member)).isZero();
        await().atMost(PATIENCE).until(() -> isRevocationOver() && !isGood(token));
        scene.member().request().delete("/api/members/" + member).then().statusCode(204);
    }
}
