package org.essaim.ingest.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.ListsErased;
import org.junit.jupiter.api.Test;

/** Topics that an operator has written again. */
@QuarkusTest
class RepublicationIT extends IngestScene {

    @Test
    void topicShouldBeWrittenAgainForAnOperator() throws IOException {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2));
        results.results(member, 1);
        lists.bucketsWhen(member, bucket -> isOf(bucket, 1, Assurance.CLAIMED));

        operatorCalls().post("/api/republications/" + member.asString()).then().statusCode(200);

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> lists.recordsOf(member) == 2L * Buckets.COUNT);
    }

    @Test
    void listsShouldBeWrittenIntoAnotherNumberOfBuckets() throws Exception {
        gateway.tell(upload("2022-01-01T00:00:00Z", 1, 2, 3));
        results.results(member, 1);
        createTopic("follow.lists.v2", 7);

        operatorCalls().post("/api/republications?topic=follow.lists.v2").then().statusCode(200);

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
        createTopic("follow.lists.v3", 1);

        operatorCalls()
                .post("/api/republications/" + member.asString() + "?topic=follow.lists.v3")
                .then()
                .statusCode(200);

        try (TopicTail rebuilt = new TopicTail("follow.lists.v3")) {
            rebuilt.bucketsWhen(member, 1, Optional::isEmpty);
        }
        endRebuilding("follow.lists.v3").statusCode(204);
    }

    private static void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ServiceResource.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static RequestSpecification operatorCalls() {
        return given().auth().oauth2(Tokens.withRealmRole("operator"));
    }

    private static ValidatableResponse endRebuilding(String topic) {
        return operatorCalls().delete("/api/republications?topic=" + topic).then();
    }

    @Test
    void listsShouldNotBeWrittenToATopicThatIsNotThere() {
        operatorCalls().post("/api/republications?topic=follow.lists.v9").then().statusCode(422);
    }
}
