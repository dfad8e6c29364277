package org.essaim.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint from the side of those who may not use it. */
@QuarkusTest
class AuthorizationIT extends GatewayScenario {

    private static final List<Call> OF_MEMBERS = List.of(
            new Call("GET", "/me", ""),
            new Call("PUT", "/me/findability", "{\"choice\":\"NOBODY\"}"),
            new Call("DELETE", "/me/findability", ""),
            new Call("GET", "/me/consents", ""),
            new Call("PUT", "/me/consents/follow-arrivals", ""),
            new Call("DELETE", "/me/consents/follow-arrivals", ""),
            new Call("POST", "/me/x-account/refresh", ""),
            new Call("GET", "/me/links", ""),
            new Call("POST", "/me/links", "{\"network\":\"BLUESKY\",\"account\":\"a.test\"}"),
            new Call("POST", "/me/links/completions", "{\"state\":\"s\",\"code\":\"c\"}"),
            new Call("DELETE", "/me/links?account=did:plc:one", ""),
            new Call("GET", "/migrations", ""),
            new Call("POST", "/migrations", ""));

    private static final List<Call> OF_ONE_MOVE = List.of(
            new Call("GET", "", ""),
            new Call("PUT", "/archive", "{}"),
            new Call("GET", "/matches", ""),
            new Call("POST", "/decisions", "{\"decision\":\"CONFIRM\",\"all\":true}"),
            new Call("POST", "/plans", "{}"),
            new Call("POST", "/pause", ""),
            new Call("POST", "/resume", ""),
            new Call("POST", "/undo", ""),
            new Call("GET", "/follows", ""),
            new Call("GET", "/events", ""));

    private static final List<Call> OF_OPERATORS = List.of(
            new Call("GET", "/operator/dead-letters", ""),
            new Call("POST", "/operator/dead-letters/follow.plans.v1/redeliveries", ""));

    @TestFactory
    List<DynamicTest> callShouldBeRefusedWhenNobodyIsSignedIn() {
        List<Call> moves = OF_ONE_MOVE.stream()
                .map(call -> call.under("/migrations/" + UUID.randomUUID()))
                .toList();
        return List.of(OF_MEMBERS, moves, OF_OPERATORS).stream()
                .flatMap(List::stream)
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> call.send(given().header("X-Essaim-CSRF", "1"))
                                .then()
                                .statusCode(401)
                                .contentType("application/problem+json")
                                .body("type", equalTo("https://essaim.org/problems/unauthenticated"))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> callShouldBeForbiddenWhenSomeoneElseThanAMemberMakesIt() {
        Person partner = people.partner();
        List<Call> moves = OF_ONE_MOVE.stream()
                .map(call -> call.under("/migrations/" + UUID.randomUUID()))
                .toList();
        return List.of(OF_MEMBERS, moves, OF_OPERATORS).stream()
                .flatMap(List::stream)
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(), () -> call.send(as(partner)).then().statusCode(403)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> anothersMoveShouldLookAsIfItWereNotThere() {
        String migration = newMigration(people.withPassword());
        Person other = people.withPassword();
        return OF_ONE_MOVE.stream()
                .map(call -> call.under("/migrations/" + migration))
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> call.send(as(other))
                                .then()
                                .statusCode(404)
                                .body("type", equalTo("https://essaim.org/problems/migration-not-found"))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> operatorsCallShouldBeForbiddenForMembers() {
        Person member = people.withPassword();
        return OF_OPERATORS.stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(), () -> call.send(as(member)).then().statusCode(403)))
                .toList();
    }

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

    private record Call(String method, String path, String body) {

        Call under(String prefix) {
            return new Call(method, prefix + path, body);
        }

        Response send(RequestSpecification request) {
            String type = path.endsWith("/archive") ? "application/vnd.essaim.extract+json" : "application/json";
            RequestSpecification prepared =
                    request.contentType(type).redirects().follow(false);
            return (body.isEmpty() ? prepared : prepared.body(body)).request(method, "/api/v1" + path);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
