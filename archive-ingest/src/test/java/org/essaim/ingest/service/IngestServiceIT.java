package org.essaim.ingest.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadKind;
import org.junit.jupiter.api.Test;

/** From the gateway's word to records and rows. */
@QuarkusTest
class IngestServiceIT extends IngestScene {

    @Test
    void uploadShouldStandInEveryBucketAndBeTold() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1, 2, 1_494_116_032_364_957_699L);

        gateway.tell(upload);

        Map<Integer, Optional<FollowList>> buckets =
                lists.bucketsWhen(member, bucket -> isOf(bucket, 1, Assurance.CLAIMED));
        assertThat(IdSet.of(buckets.values().stream()
                        .flatMapToLong(bucket -> bucket.orElseThrow().followings().stream())
                        .toArray()))
                .isEqualTo(IdSet.of(1, 2, 1_494_116_032_364_957_699L));
        FollowList closest = buckets.get(Buckets.of(1)).orElseThrow();
        assertThat(closest.closenessAt(closest.followings().indexOf(1))).isEqualTo(1);
        assertThat(results.results(member, 1)).singleElement().isInstanceOfSatisfying(ArchiveIngested.class, told -> {
            assertThat(told.archive()).isEqualTo(upload.archive());
            assertThat(told.ownerXId()).isEqualTo(OWNER);
            assertThat(told.counts()).isEqualTo(new ArchiveIngested.Counts(3, 1, 1, 0));
        });
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !Files.exists(ServiceResource.uploads().resolve(upload.reference())));
    }

    @Test
    void repeatShouldChangeNothing() throws IOException {
        ArchiveUploaded first = upload("2022-01-01T00:00:00Z", 1, 2);
        gateway.tell(first);
        gateway.tell(first);
        results.results(member, 1);
        ArchiveUploaded sameBytes = upload("2022-01-01T00:00:00Z", 1, 2);
        gateway.tell(sameBytes);

        assertThat(results.results(member, 2))
                .satisfiesExactly(
                        told -> assertThat(told).isInstanceOf(ArchiveIngested.class),
                        told -> assertRejected(told, sameBytes, Reason.SAME_ARCHIVE));
        assertThat(lists.bucketsWhen(member, bucket -> isOf(bucket, 1, Assurance.CLAIMED)))
                .hasSize(Buckets.COUNT);
        assertThat(lists.recordsOf(member)).isEqualTo(Buckets.COUNT);
    }

    @Test
    void newerArchiveShouldReplaceAndOlderShouldNot() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        gateway.tell(upload("2023-01-01T00:00:00Z", 2, 3));
        ArchiveUploaded older = upload("2021-01-01T00:00:00Z", 4);
        gateway.tell(older);

        assertThat(results.results(member, 3).getLast())
                .satisfies(told -> assertRejected(told, older, Reason.OLDER_ARCHIVE));
        Map<Integer, Optional<FollowList>> buckets =
                lists.bucketsWhen(member, bucket -> isOf(bucket, 2, Assurance.CLAIMED));
        assertThat(buckets.values().stream()
                        .mapToInt(bucket -> bucket.orElseThrow().followings().size())
                        .sum())
                .isEqualTo(2);
        assertThat(rows("member_list")).isEqualTo(5);
    }

    @Test
    void olderArchiveShouldReplaceWhenTheMemberSaysSo() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        gateway.tell(upload("2021-01-01T00:00:00Z", 4).replacingNewer());

        Map<Integer, Optional<FollowList>> buckets =
                lists.bucketsWhen(member, bucket -> isOf(bucket, 2, Assurance.CLAIMED));
        assertThat(buckets.values().stream().flatMapToLong(bucket -> bucket.orElseThrow().followings().stream()))
                .containsExactly(4L);
    }

    @Test
    void loneListShouldKeepTheBlocksInEveryRecord() throws IOException {
        gateway.tell(gateway.leave(member, UploadKind.EXTRACT, extract("2022-01-01T00:00:00Z", 1, 2), OWNER));
        String following = "window.YTD.following.part0 = [ {\"following\":{\"accountId\":\"4\"}} ]";
        ArchiveUploaded lone =
                gateway.leave(member, UploadKind.ARCHIVE, following.getBytes(StandardCharsets.UTF_8), OWNER);
        gateway.tell(lone.replacingNewer());

        Map<Integer, Optional<FollowList>> buckets =
                lists.bucketsWhen(member, bucket -> isOf(bucket, 2, Assurance.PROVEN));
        assertThat(buckets.values().stream().flatMapToLong(bucket -> bucket.orElseThrow().followings().stream()))
                .containsExactly(4L);
        assertThat(buckets.values().stream().flatMapToLong(bucket -> bucket.orElseThrow().blocks().stream()))
                .containsExactly(9L);
        assertThat(results.results(member, 2).getLast())
                .isInstanceOfSatisfying(
                        ArchiveIngested.class,
                        told -> assertThat(told.problems())
                                .singleElement()
                                .asString()
                                .contains("your followers, accounts you block"));
    }

    @Test
    void uploadThatIsNotThereShouldBeTold() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        Files.delete(ServiceResource.uploads().resolve(upload.reference()));
        gateway.tell(upload);

        assertThat(results.results(member, 1))
                .singleElement()
                .satisfies(told -> assertRejected(told, upload, Reason.UPLOAD_GONE));
    }

    @Test
    void poisonShouldGoToTheDeadLettersAndHoldUpNobody() throws IOException {
        gateway.tellNonsense(member.asString(), "no event at all");
        gateway.tell(upload("2022-01-01T00:00:00Z", 1));

        results.results(member, 1);
        try (TopicTail deadLetters =
                new TopicTail(Topics.ARCHIVE_UPLOADS.deadLetters().name())) {
            assertThat(deadLetters.valueOf(member.asString()))
                    .isEqualTo("no event at all".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void workOfADeadWorkerShouldBeTakenUpOnce() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "1 second");
        gateway.tell(upload);

        assertThat(results.results(member, 1)).hasSize(1);
        lists.bucketsWhen(member, bucket -> isOf(bucket, 1, Assurance.CLAIMED));
        assertThat(lists.recordsOf(member)).isEqualTo(Buckets.COUNT);
    }

    @Test
    void listsShouldBeReadByTheGatewayAlone() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        results.results(member, 1);
        String blocks = "/api/members/" + member.asString() + "/lists/blocks";

        given().get(blocks).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.withClientRole("follow-executor", "lists-reader"))
                .get(blocks)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.withClientRole("archive-ingest", "other"))
                .get(blocks)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.withClientRole("archive-ingest", "lists-reader"))
                .get(blocks)
                .then()
                .statusCode(200)
                .body("generation", equalTo(1))
                .body("ownerXId", equalTo("1000"))
                .body(
                        "ids",
                        equalTo(Base64.getEncoder().encodeToString(IdSet.of(9).pack())));
        given().auth()
                .oauth2(Tokens.withClientRole("archive-ingest", "lists-reader"))
                .get("/api/members/" + UUID.randomUUID() + "/lists/followings")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void serviceShouldSayThatItIsReadyAndWhatItDid() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1));
        results.results(member, 1);

        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString("essaim_ingest_archives_seconds_count{outcome=\"STANDS\"")));
    }
}
