package org.essaim.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** What is refused whoever asks; whose each call is, {@code api.AuthorizationMatrixIT} says. */
@QuarkusTest
class AuthorizationIT extends GatewayScenario {

    @Test
    void operatorShouldSeeDeadLetters() {
        Person operator = people.withPassword("operator");

        as(operator).get("/api/v1/operator/dead-letters").then().statusCode(200);
        as(operator)
                .post("/api/v1/operator/dead-letters/no.such.topic/redeliveries")
                .then()
                .statusCode(404);
    }

    @Test
    void callShouldBeRefusedWhenTheTokenIsForged() {
        given().header("Authorization", "Bearer " + people.withPassword().token() + "x")
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void changingCallShouldBeRefusedWithoutTheHeaderThatOtherSitesCannotSet() {
        Response refused = given().post("/api/v1/migrations");

        assertThat(refused.statusCode()).isIn(401, 403);
    }

    @Test
    void bodyShouldBeRefusedWhenTooLarge() {
        as(people.withPassword())
                .body("{\"choice\":\"" + "x".repeat(70_000) + "\"}")
                .put("/api/v1/me/findability")
                .then()
                .statusCode(413)
                .body("type", equalTo("https://essaim.org/problems/body-too-large"));
    }

    @Test
    void otherSitesShouldNotBeAllowedToRead() {
        as(people.withPassword())
                .header("Origin", "https://elsewhere.test")
                .get("/api/v1/me")
                .then()
                .header("Access-Control-Allow-Origin", equalTo(null));
    }

    @Test
    void pageSizeAndCursorShouldBeRefusedWhenNotUnderstood() {
        Person bea = people.withPassword();
        String matches = "/api/v1/migrations/" + newMigration(bea) + "/matches";

        as(bea).get(matches + "?limit=0").then().statusCode(400);
        as(bea).get(matches + "?cursor=nonsense").then().statusCode(400);
        as(bea).get(matches + "?limit=100000").then().statusCode(200);
    }
}
