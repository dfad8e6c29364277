package org.essaim.matcher.rest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.MemberId;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.Broker;
import org.essaim.testing.kafka.KafkaResource;
import org.junit.jupiter.api.Test;

/** The whole service, as an operator sees it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class MatcherServiceIT {

    private static final int BUCKET = 5;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void serviceShouldMatchAndShowItsNumbers() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
        long xId = Broker.xIdIn(BUCKET, 3);
        Person bea = Person.as(new MemberId(UUID.randomUUID()), xId);
        Person ana = Person.as(new MemberId(UUID.randomUUID()), 5_000_000_001L).following(xId);
        try (Broker broker = new Broker(bootstrapServers)) {
            broker.announce(bea);
            broker.bring(ana, BUCKET);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> get("/api/status")
                            .then()
                            .statusCode(200)
                            .body("ready", equalTo(true))
                            .body("standingMatches", greaterThanOrEqualTo(1)));
            assertThat(broker.standing(ana.member(), BUCKET)).isNotNull();
        }
        get("/api/status")
                .then()
                .body("members", greaterThanOrEqualTo(1))
                .body("storedIds", greaterThanOrEqualTo(1))
                .body("identities", greaterThanOrEqualTo(1))
                .body("lag.lists", equalTo(0))
                .body("lag.identities", equalTo(0))
                .body("restore.buckets", equalTo(Buckets.COUNT))
                .body("restore.bucketsRestored", equalTo(Buckets.COUNT))
                .body("staleKeys", equalTo(0));
    }

    @Test
    void rebuildShouldReadEverythingAgain() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));

        post("/api/rebuilds").then().statusCode(202);

        // The wish is seen within a moment; ready again only after the topics are read anew.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(503));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
        get("/q/health/live").then().statusCode(200);
    }

    @Test
    void healthShouldNameItsChecks() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));

        get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("consumer loops"));
        get("/q/health/ready").then().body("checks.name", hasItem("buckets restored"));
        get("/q/health/started").then().statusCode(200);
    }

    @Test
    void metricsShouldCarryTheNumbersOfTheStatus() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));

        String metrics = get("/q/metrics").asString();

        assertThat(metrics)
                .contains("essaim_matcher_members", "essaim_matcher_stored_ids", "essaim_matcher_standing_matches")
                .contains("essaim_matcher_stale_keys", "essaim_matcher_buckets_restored 32.0")
                .contains("essaim_matcher_published_total", "essaim_matcher_dead_letters_total");
    }
}
