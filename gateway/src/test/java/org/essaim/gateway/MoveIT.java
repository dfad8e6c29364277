package org.essaim.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.FollowCancelled;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowPaused;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.FollowPlanned;
import org.essaim.contracts.FollowPlanned.PlannedFollow;
import org.essaim.contracts.FollowSettled;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UndoRequested;
import org.essaim.contracts.UploadKind;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** A move from the archive to the last follow. */
@QuarkusTest
class MoveIT extends MoveScenario {

    private static final String EXTRACT = "application/vnd.essaim.extract+json";

    @Test
    void archiveShouldWaitInTheUploadDirectoryWhenBroughtAndReplaceANewerOneOnlyWhenAsked() throws IOException {
        Person bea = people.withPassword();
        String migration = newMigration(bea);
        byte[] extract = "{\"format\":\"essaim-extract/1\"}".getBytes(StandardCharsets.UTF_8);

        String archive = as(bea).contentType(EXTRACT)
                .body(extract)
                .put("/api/v1/migrations/" + migration + "/archive")
                .then()
                .statusCode(202)
                .extract()
                .path("archive");

        String member = memberId(bea).asString();
        ArchiveUploaded told = wire.events(Topics.ARCHIVE_UPLOADS, member::equals, ArchiveUploaded.class, 1)
                .getFirst();
        assertThat(told.archive()).isEqualTo(UUID.fromString(archive));
        assertThat(told.kind()).isEqualTo(UploadKind.EXTRACT);
        assertThat(told.sizeBytes()).isEqualTo(extract.length);
        assertThat(told.sha256()).matches("[0-9a-f]{64}");
        assertThat(told.mayReplaceNewer()).isFalse();
        assertThat(Files.readAllBytes(
                        Path.of(config("essaim.uploads.directory")).resolve(told.reference())))
                .isEqualTo(extract);
        statusOnce(bea, migration, status -> status.path("state").asText().equals("READING"));

        wire.tell(new ArchiveRejected(
                memberId(bea),
                told.archive(),
                ArchiveRejected.Reason.OLDER_ARCHIVE,
                "Older than what stands.",
                Instant.now()));

        JsonNode rejected = statusOnce(
                bea, migration, status -> status.path("state").asText().equals("REJECTED"));
        assertThat(rejected.path("archive").path("detail").asText()).isEqualTo("Older than what stands.");

        as(bea).contentType(EXTRACT)
                .body(extract)
                .queryParam("replaceNewer", true)
                .put("/api/v1/migrations/" + migration + "/archive")
                .then()
                .statusCode(202);
        assertThat(wire.events(Topics.ARCHIVE_UPLOADS, member::equals, ArchiveUploaded.class, 2)
                        .getLast()
                        .mayReplaceNewer())
                .isTrue();
    }

    @Test
    void wholeArchiveShouldBeRefusedWithAWayOutWhenNotAllowed() {
        Person bea = people.withPassword();

        as(bea).contentType("application/zip")
                .body(new byte[] {'P', 'K'})
                .put("/api/v1/migrations/" + newMigration(bea) + "/archive")
                .then()
                .statusCode(415)
                .body("type", equalTo("https://essaim.org/problems/full-archives-not-taken"));
    }

    @Test
    void extractShouldBeRefusedWhenTooLarge() throws IOException {
        Person bea = people.withPassword();

        as(bea).contentType(EXTRACT)
                .body(new byte[1024 * 1024 + 1])
                .put("/api/v1/migrations/" + newMigration(bea) + "/archive")
                .then()
                .statusCode(413);

        try (Stream<Path> waiting = Files.walk(Path.of(config("essaim.uploads.directory")))) {
            assertThat(waiting.filter(file -> file.toString().endsWith(".part")))
                    .isEmpty();
        }
    }

    @Test
    void confirmedMatchesShouldBePlannedClosestFirstInRecordsOfAtMostTwoHundred() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        List<Match> matches = IntStream.rangeClosed(1, 250)
                .mapToObj(rank -> match(3, rank, Network.BLUESKY))
                .toList();
        stand(bea, migration, 3, matches);

        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 250);

        List<FollowPlanned> planned = plans(acting, FollowPlanned.class, 2);
        assertThat(planned).extracting(record -> record.follows().size()).containsExactly(200, 50);
        assertThat(planned).extracting(FollowPlanned::sequence).containsExactly(1L, 2L);
        assertThat(planned.getFirst().follows().getFirst())
                .isEqualTo(new PlannedFollow(matches.getFirst().targets().getFirst(), 1));
        plan(bea, migration, 0);
    }

    @Test
    void followShouldBeCancelledWhenItsMatchIsWithdrawn() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        Match stays = match(5, 1, Network.BLUESKY);
        Match goes = match(5, 2, Network.BLUESKY);
        stand(bea, migration, 5, List.of(stays, goes));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 2);

        wire.tell(matches(bea, 5, List.of(stays)));

        FollowCancelled cancelled = plans(acting, FollowCancelled.class, 1).getFirst();
        assertThat(cancelled.targets())
                .containsExactly(goes.targets().getFirst().id());
        assertThat(cancelled.reason()).isEqualTo(FollowCancelled.Reason.MATCH_WITHDRAWN);
        assertThat(cancelled.sequence()).isEqualTo(2);
    }

    @Test
    void declinedMatchShouldBeCancelledAndNeverComeBack() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        Match declined = match(7, 1, Network.BLUESKY);
        stand(bea, migration, 7, List.of(declined));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 1);

        as(bea).body("{\"decision\":\"DECLINE\",\"matches\":[\"" + declined.xId() + "\"]}")
                .post("/api/v1/migrations/" + migration + "/decisions")
                .then()
                .statusCode(200)
                .body("decided", equalTo(1));

        assertThat(plans(acting, FollowCancelled.class, 1).getFirst().reason())
                .isEqualTo(FollowCancelled.Reason.DECLINED);
        wire.tell(matches(bea, 7, List.of()));
        Match other = match(7, 2, Network.BLUESKY);
        wire.tell(matches(bea, 7, List.of(declined, other)));
        statusOnce(bea, migration, status -> status.path("undecided").asInt() == 1);
        as(bea).get("/api/v1/migrations/" + migration + "/matches")
                .then()
                .statusCode(200)
                .body("matches.size()", equalTo(1))
                .body("matches[0].xId", equalTo(other.xId().asString()));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 1);
    }

    @Test
    void olderRevisionShouldChangeNothing() {
        Person bea = people.withPassword();
        String migration = newMigration(bea);
        Match stays = match(9, 1, Network.MASTODON);
        MemberMatches older = matches(bea, 9, List.of(match(9, 2, Network.MASTODON)));
        wire.tell(matches(bea, 9, List.of(stays)));
        statusOnce(bea, migration, status -> status.path("undecided").asInt() == 1);

        wire.tell(older);
        Match marker = match(9, 2, Network.MASTODON);
        wire.tell(matches(bea, 9, List.of(stays, marker)));

        statusOnce(bea, migration, status -> status.path("undecided").asInt() == 2);
        as(bea).get("/api/v1/migrations/" + migration + "/matches")
                .then()
                .body(
                        "matches.xId",
                        equalTo(List.of(
                                Math.min(stays.xId().value(), marker.xId().value()) + "",
                                Math.max(stays.xId().value(), marker.xId().value()) + "")));
    }

    @Test
    void arrivalShouldBePlannedByItselfWhenConsented() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        Match first = match(11, 1, Network.BLUESKY);
        Match undecided = match(11, 2, Network.BLUESKY);
        stand(bea, migration, 11, List.of(first, undecided));
        as(bea).body("{\"decision\":\"CONFIRM\",\"matches\":[\"" + first.xId() + "\"]}")
                .post("/api/v1/migrations/" + migration + "/decisions")
                .then()
                .statusCode(200);
        plan(bea, migration, 1);
        as(bea).put("/api/v1/me/consents/follow-arrivals").then().statusCode(204);

        Match arrived = match(11, 3, Network.BLUESKY);
        wire.tell(matches(bea, 11, List.of(first, undecided, arrived)));

        FollowPlanned planned = plans(acting, FollowPlanned.class, 2).getLast();
        assertThat(planned.follows())
                .extracting(PlannedFollow::target)
                .containsExactly(arrived.targets().getFirst());
    }

    @Test
    void progressShouldCountTheNewestResultOfEachFollow() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        Match one = match(13, 1, Network.BLUESKY);
        Match two = match(13, 2, Network.BLUESKY);
        stand(bea, migration, 13, List.of(one, two));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 2);
        MemberId member = memberId(bea);
        TargetAccount target = one.targets().getFirst();
        var followed =
                new FollowSettled(member, acting, target, 2, FollowSettled.Outcome.FOLLOWED, null, Instant.now());

        wire.tell(followed);
        wire.tell(followed);
        wire.tell(new FollowDeferred(
                member, acting, target, 1, Instant.now(), FollowDeferred.Reason.BUDGET_SPENT, Instant.now()));
        wire.tell(new FollowDeferred(
                member,
                acting,
                two.targets().getFirst(),
                1,
                Instant.now(),
                FollowDeferred.Reason.BUDGET_SPENT,
                Instant.now()));

        JsonNode status = statusOnce(
                bea,
                migration,
                seen -> seen.path("follows").findValuesAsText("state").contains("DEFERRED"));
        assertThat(status.path("follows").findValuesAsText("state")).containsExactly("DEFERRED", "FOLLOWED");
        assertThat(status.path("follows").findValuesAsText("follows")).containsExactly("1", "1");
        as(bea).get("/api/v1/migrations/" + migration + "/follows?limit=1")
                .then()
                .statusCode(200)
                .body("follows.size()", equalTo(1));
    }

    @Test
    void pauseResumeAndUndoShouldReachTheExecutorInOrder() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        stand(bea, migration, 15, List.of(match(15, 1, Network.BLUESKY)));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 1);

        as(bea).post("/api/v1/migrations/" + migration + "/pause").then().statusCode(202);
        statusOnce(bea, migration, status -> status.path("state").asText().equals("PAUSED"));
        as(bea).post("/api/v1/migrations/" + migration + "/resume").then().statusCode(202);
        as(bea).post("/api/v1/migrations/" + migration + "/undo").then().statusCode(202);

        List<FollowPlan> told = plans(acting, FollowPlan.class, 4);
        assertThat(told).extracting(FollowPlan::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told.get(1)).isInstanceOf(FollowPaused.class);
        assertThat(((UndoRequested) told.get(3)).run()).isEqualTo(((FollowPlanned) told.get(0)).run());
    }

    @Test
    void planShouldBeSeenBeforeItIsMadeAndCancelledWithoutLosingWhatIsConfirmed() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        stand(bea, migration, 17, List.of(match(17, 1, Network.BLUESKY), match(17, 2, Network.MASTODON)));
        decide(bea, migration, "CONFIRM");

        as(bea).get(move(migration, "/plans/preview"))
                .then()
                .statusCode(200)
                .body("follows", equalTo(1))
                .body("accounts[0].account.id", equalTo(acting.id()))
                .body("accounts[0].able", equalTo(true))
                .body("accounts[0].endsAt", equalTo("2026-11-26T09:00:00Z"));
        plan(bea, migration, 1);
        as(bea).post(move(migration, "/cancel")).then().statusCode(202);

        assertThat(plans(acting, FollowCancelled.class, 1).getFirst().reason())
                .isEqualTo(FollowCancelled.Reason.DECLINED);
        as(bea).get(move(migration, "/follows?state=CANCELLED")).then().body("follows.size()", equalTo(1));
        as(bea).get(move(migration, "/follows?state=FOLLOWED")).then().body("follows.size()", equalTo(0));
        plan(bea, migration, 1);
    }

    @Test
    void arrivalsShouldBeCancelledAndUndecidedWhenTheirConsentIsWithdrawn() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        Match first = match(19, 1, Network.BLUESKY);
        stand(bea, migration, 19, List.of(first));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 1);
        as(bea).put("/api/v1/me/consents/follow-arrivals").then().statusCode(204);
        Match arrived = match(19, 3, Network.BLUESKY);
        wire.tell(matches(bea, 19, List.of(first, arrived)));
        plans(acting, FollowPlanned.class, 2);

        as(bea).delete("/api/v1/me/consents/follow-arrivals").then().statusCode(204);

        assertThat(plans(acting, FollowCancelled.class, 1).getFirst().targets())
                .containsExactly(arrived.targets().getFirst().id());
        as(bea).get(move(migration, "/matches?new=true"))
                .then()
                .body("matches.xId", equalTo(List.of(arrived.xId().asString())));
    }

    @Test
    void statusShouldSayWhatSlowsAnAccountAndWhatNeedsThePerson() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.BLUESKY);
        String migration = newMigration(bea);
        Match one = match(21, 1, Network.BLUESKY);
        Match two = match(21, 2, Network.BLUESKY);
        stand(bea, migration, 21, List.of(one, two));
        decide(bea, migration, "CONFIRM");
        plan(bea, migration, 2);
        MemberId member = memberId(bea);
        Instant until = Instant.parse("2026-11-25T00:00:00Z");

        wire.tell(new FollowDeferred(
                member,
                acting,
                one.targets().getFirst(),
                1,
                until,
                FollowDeferred.Reason.BUDGET_SPENT,
                Instant.now(),
                FollowDeferred.Slowed.FEW_FOLLOW_BACK));
        wire.tell(new FollowSettled(
                member,
                acting,
                two.targets().getFirst(),
                1,
                FollowSettled.Outcome.NEEDS_PERSON,
                FollowSettled.Reason.LINK_AGAIN,
                Instant.now()));

        JsonNode account = statusOnce(
                        bea,
                        migration,
                        status -> status.path("accounts")
                                        .findValuesAsText("reason")
                                        .size()
                                == 2)
                .path("accounts")
                .path(0);
        assertThat(account.path("slowed").asText()).isEqualTo("FEW_FOLLOW_BACK");
        assertThat(account.path("until").asText()).isEqualTo(until.toString());
        assertThat(account.path("waiting").findValuesAsText("reason")).containsExactly("BUDGET_SPENT");
        assertThat(account.path("needs").findValuesAsText("reason")).containsExactly("LINK_AGAIN");
    }
}
