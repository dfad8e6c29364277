package org.essaim.executor.service.linking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ExecutorTest
class AccessIT {

    private static String grantsOf(UUID member) {
        return "/api/members/" + member + "/grants";
    }

    @Test
    void subjectShouldBeBoundToItsMemberWhenItCallsFirst() {
        UUID member = UUID.randomUUID();
        String token = Tokens.ofMember("first-" + member);

        given().auth()
                .oauth2(token)
                .get(grantsOf(member))
                .then()
                .statusCode(200)
                .body("$", empty());
        given().auth().oauth2(token).get(grantsOf(UUID.randomUUID())).then().statusCode(403);
    }

    @Test
    void memberShouldStayWithItsSubjectWhenAnotherPersonCallsForIt() {
        UUID member = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.ofMember("owner-" + member))
                .get(grantsOf(member))
                .then()
                .statusCode(200);

        given().auth()
                .oauth2(Tokens.ofMember("stranger-" + member))
                .get(grantsOf(member))
                .then()
                .statusCode(403);
    }

    @Test
    void memberShouldNotBeBoundWhenServiceAccountCallsForIt() {
        UUID member = UUID.randomUUID();
        given().auth()
                .oauth2(Tokens.ofGatewayItself("gateway-" + member))
                .get(grantsOf(member))
                .then()
                .statusCode(403);

        given().auth()
                .oauth2(Tokens.ofMember("owner-" + member))
                .get(grantsOf(member))
                .then()
                .statusCode(200);
    }

    @Test
    void callShouldBeRefusedWhenItIsNotTheGatewayForAPerson() {
        UUID member = UUID.randomUUID();
        given().get(grantsOf(member)).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.byAnotherClient("s"))
                .get(grantsOf(member))
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.forAnotherAudience("s"))
                .get(grantsOf(member))
                .then()
                .statusCode(401);
    }

    @Test
    void clientMetadataShouldBeOpenToEveryone() {
        given().get("/oauth/client-metadata.json")
                .then()
                .statusCode(200)
                .body("client_id", containsString("http://localhost?"))
                .body("dpop_bound_access_tokens", equalTo(true));
        given().get("/oauth/jwks.json").then().statusCode(200).body("keys", empty());
    }

    @Test
    void hostShouldBeStoppedOnlyWhenAnOperatorAsks() {
        given().auth()
                .oauth2(Tokens.ofMember("s"))
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "asked to"))
                .put("/api/operator/stops/quiet.example")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.ofOperator())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "asked to"))
                .put("/api/operator/stops/quiet.example")
                .then()
                .statusCode(204);
        given().auth()
                .oauth2(Tokens.ofOperator())
                .delete("/api/operator/stops/quiet.example")
                .then()
                .statusCode(204);
    }
}
