package org.essaim.ingest.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.ArchiveRejected;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.contracts.ArchiveUploaded;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadKind;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.EventJson;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.ReadingWatch;
import org.essaim.ingest.uploads.Watches;
import org.essaim.testing.kafka.KafkaResource;
import org.essaim.testing.postgres.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the gateway's word to records and rows. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "essaim_ingest"))
@QuarkusTestResource(ServiceResource.class)
class IngestServiceIT {

    private static final XId OWNER = new XId(1000);

    @Inject
    Pool pool;

    @Inject
    Watches watches;

    private final MemberId member = new MemberId(UUID.randomUUID());
    private final Gateway gateway = new Gateway();
    private final TopicTail lists = TopicTail.lists();
    private final TopicTail results = TopicTail.results();

    @AfterEach
    void close() {
        lists.close();
        results.close();
    }

    private static byte[] extract(String generatedAt, long... followings) {
        String ids = LongStream.of(followings).mapToObj(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return """
            {"format":"essaim-extract/1","owner":{"xId":"1000","handle":"keeper"},"generatedAt":"%s",
            "followings":[%s],"followers":["2"],"blocks":["9"],"mutes":[],"closeness":[["1",1]]}\
            """.formatted(generatedAt, ids).getBytes(StandardCharsets.UTF_8);
    }

    private ArchiveUploaded upload(String generatedAt, long... followings) throws IOException {
        return gateway.leave(member, UploadKind.EXTRACT, extract(generatedAt, followings), null);
    }

    private static boolean isOf(Optional<FollowList> bucket, long generation, Assurance assurance) {
        return bucket.isPresent()
                && bucket.get().generation() == generation
                && bucket.get().assurance() == assurance;
    }

    private long rows(String table) {
        return pool.preparedQuery("select count(*) from " + table + " where member = $1")
                .execute(Tuple.of(member.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

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

    private static void assertRejected(Object told, ArchiveUploaded upload, Reason reason) {
        assertThat(told).isInstanceOfSatisfying(ArchiveRejected.class, rejected -> {
            assertThat(rejected.archive()).isEqualTo(upload.archive());
            assertThat(rejected.reason()).isEqualTo(reason);
        });
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
    void uploadShouldBeGoneWhenItIsTakenBack() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "5 seconds");

        state(upload).statusCode(200).body("state", equalTo("WAITING"));
        gatewayCalls().delete(pathOf(member, upload)).then().statusCode(202);

        assertThat(ServiceResource.uploads().resolve(upload.reference())).doesNotExist();
        assertThat(results.results(member, 1))
                .singleElement()
                .satisfies(told -> assertRejected(told, upload, Reason.UPLOAD_GONE));
        state(upload).statusCode(200).body("state", equalTo("SETTLED"));
        gatewayCalls().delete(pathOf(member, upload)).then().statusCode(409);
    }

    @Test
    void uploadOfAnotherMemberShouldNotBeTakenBack() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "5 seconds");
        MemberId other = new MemberId(UUID.randomUUID());

        gatewayCalls().get(pathOf(other, upload)).then().statusCode(404);
        gatewayCalls().delete(pathOf(other, upload)).then().statusCode(404);

        assertThat(results.results(member, 1)).singleElement().isInstanceOf(ArchiveIngested.class);
        state(upload).statusCode(200).body("state", equalTo("SETTLED"));
        gatewayCalls().get(pathOf(other, upload)).then().statusCode(404);
        gatewayCalls().delete(pathOf(other, upload)).then().statusCode(404);
    }

    @Test
    void readingShouldBeNotedAndEndWhenTheUploadIsTakenBack() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1);
        lease(upload, "1 hour");
        ReadingWatch watch = watches.over(upload);

        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            watch.saw(5, 10);
            state(upload)
                    .body("state", equalTo("READING"))
                    .body("read", equalTo(5))
                    .body("total", equalTo(10));
        });
        gatewayCalls().delete(pathOf(member, upload)).then().statusCode(202);

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThatThrownBy(() -> watch.saw(6, 10)).isInstanceOf(ArchiveRefusedException.class));
    }

    private ValidatableResponse state(ArchiveUploaded upload) {
        return gatewayCalls().get(pathOf(member, upload)).then();
    }

    private static String pathOf(MemberId member, ArchiveUploaded upload) {
        return "/api/members/" + member.asString() + "/uploads/" + upload.archive();
    }

    private static RequestSpecification gatewayCalls() {
        return given().auth().oauth2(Tokens.withClientRole("archive-ingest", "lists-reader"));
    }

    @Test
    void proofShouldAssureListsOfTheOwnerAndItsEndShouldNot() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        gateway.tell(new XAccountProven(member, OWNER, Instant.parse("2026-01-01T00:00:00Z")));
        lists.bucketsWhen(member, bucket -> isOf(bucket, 2, Assurance.PROVEN));
        gateway.tell(new XAccountProven(member, null, Instant.parse("2026-01-02T00:00:00Z")));

        lists.bucketsWhen(member, bucket -> isOf(bucket, 3, Assurance.CLAIMED));
        assertThat(results.results(member, 3)).hasSize(3).allMatch(ArchiveIngested.class::isInstance);
    }

    @Test
    void proofOfAnotherAccountShouldWithdrawTheLists() throws IOException {
        ArchiveUploaded upload = upload("2022-01-01T00:00:00Z", 1, 2);
        gateway.tell(upload);
        gateway.tell(new XAccountProven(member, new XId(77), Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(results.results(member, 2).getLast())
                .satisfies(told -> assertRejected(told, upload, Reason.OWNER_DIFFERS));
        lists.bucketsWhen(member, Optional::isEmpty);
        assertThat(rows("member_list")).isZero();
    }

    @Test
    void archiveOfAnotherOwnerThanTheProvenShouldBeRefused() throws IOException {
        ArchiveUploaded upload =
                gateway.leave(member, UploadKind.EXTRACT, extract("2022-01-01T00:00:00Z", 1, 2), new XId(77));
        gateway.tell(upload);

        assertThat(results.results(member, 1))
                .singleElement()
                .satisfies(told -> assertRejected(told, upload, Reason.OWNER_DIFFERS));
        assertThat(lists.recordsOf(member)).isZero();
    }

    @Test
    void erasureShouldLeaveNothing() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        gateway.tell(new ListsErased(member, Instant.parse("2026-01-01T00:00:00Z")));

        results.results(member, 1);
        lists.bucketsWhen(member, Optional::isEmpty);
        assertThat(rows("member_list")).isZero();
        assertThat(rows("member_standing")).isZero();
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

    /** Lays the work down as that of a worker which will not be heard of for a while. */
    private void lease(ArchiveUploaded upload, String interval) {
        String payload = CloudEvent.typeOf(ArchiveUploaded.class) + "\n"
                + new String(EventJson.write(upload), StandardCharsets.UTF_8);
        pool.preparedQuery("""
            insert into job (id, kind, subject, payload, due, attempts, lease_until)
            values ($1, 'upload-event', $2, $3, now(), 1, now() + interval '%s')
            """.formatted(interval))
                .execute(Tuple.of(upload.archive(), member.asString(), payload))
                .await()
                .indefinitely();
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
    void topicShouldBeWrittenAgainForAnOperator() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        results.results(member, 1);
        lists.bucketsWhen(member, bucket -> isOf(bucket, 1, Assurance.CLAIMED));

        given().auth()
                .oauth2(Tokens.withRealmRole("operator"))
                .post("/api/republications/" + member.asString())
                .then()
                .statusCode(200);

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> lists.recordsOf(member) == 2L * Buckets.COUNT);
    }

    @Test
    void listsShouldBeWrittenIntoAnotherNumberOfBuckets() throws Exception {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2, 3));
        results.results(member, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ServiceResource.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("follow.lists.v2", 7, (short) 1)))
                    .all()
                    .get();
        }

        given().auth()
                .oauth2(Tokens.withRealmRole("operator"))
                .post("/api/republications?topic=follow.lists.v2")
                .then()
                .statusCode(200);

        try (TopicTail rebuilt = new TopicTail("follow.lists.v2")) {
            Map<Integer, Optional<FollowList>> buckets = rebuilt.bucketsWhen(member, 7, Optional::isPresent);
            assertThat(buckets.values().stream().flatMapToLong(bucket -> bucket.orElseThrow().followings().stream()))
                    .containsExactlyInAnyOrder(1L, 2L, 3L);
            buckets.forEach((number, bucket) ->
                    assertThat(bucket.orElseThrow().followings().stream()).allMatch(id -> Buckets.of(id, 7) == number));
            gateway.tell(new ListsErased(member, Instant.parse("2026-01-01T00:00:00Z")));
            rebuilt.bucketsWhen(member, 7, Optional::isEmpty);
        }
        endRebuilding("follow.lists.v2").statusCode(204);
        endRebuilding("follow.lists.v2").statusCode(404);
    }

    @Test
    void listsTooLargeForABucketShouldStayOutOfItsTopic() throws Exception {
        gateway.tell(upload(
                "2022-01-01T00:00:00Z", LongStream.rangeClosed(1, 300_000).toArray()));
        results.results(member, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ServiceResource.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("follow.lists.v3", 1, (short) 1)))
                    .all()
                    .get();
        }

        given().auth()
                .oauth2(Tokens.withRealmRole("operator"))
                .post("/api/republications/" + member.asString() + "?topic=follow.lists.v3")
                .then()
                .statusCode(200);

        try (TopicTail rebuilt = new TopicTail("follow.lists.v3")) {
            rebuilt.bucketsWhen(member, 1, Optional::isEmpty);
        }
        endRebuilding("follow.lists.v3").statusCode(204);
    }

    private static ValidatableResponse endRebuilding(String topic) {
        return given().auth()
                .oauth2(Tokens.withRealmRole("operator"))
                .delete("/api/republications?topic=" + topic)
                .then();
    }

    @Test
    void listsShouldNotBeWrittenToATopicThatIsNotThere() {
        given().auth()
                .oauth2(Tokens.withRealmRole("operator"))
                .post("/api/republications?topic=follow.lists.v9")
                .then()
                .statusCode(422);
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
