package org.essaim.executor.service.operating;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.essaim.executor.service.scene.MastodonScene.target;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.essaim.contracts.FollowDeferred.Reason;
import org.essaim.contracts.FollowSettled.Outcome;
import org.essaim.executor.service.scene.ExecutorResource;
import org.essaim.executor.service.scene.ExecutorTest;
import org.essaim.executor.service.scene.MastodonScene;
import org.essaim.executor.service.scene.Tokens;
import org.essaim.testing.mastodon.MastodonAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator who stops a network or a host, and hosts whose admins asked to be left out. */
@QuarkusTest
@ExecutorTest
class OperatorIT {

    private static final String LEFT_OUT = "/api/operator/left-out-hosts/";
    private static final String STOPS = "/api/operator/stops/";

    private final MastodonScene scene = new MastodonScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private static void put(String path) {
        given().auth()
                .oauth2(Tokens.ofOperator())
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"test\"}")
                .put(path)
                .then()
                .statusCode(204);
    }

    private static int delete(String path) {
        return given().auth().oauth2(Tokens.ofOperator()).delete(path).statusCode();
    }

    private String standing() {
        return scene.member()
                .request()
                .get("/api/members/" + scene.member().id().asString() + "/progress")
                .jsonPath()
                .getString("[0].standing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mastodon", "HOST", "left out"})
    void nothingShouldBeFollowedUntilTheOperatorLetsGo(String what) {
        scene.link();
        MastodonAccount target = scene.somebody();
        String host = ExecutorResource.mastodonDomain();
        String path = switch (what) {
            case "left out" -> LEFT_OUT + host;
            case "HOST" -> STOPS + host;
            default -> STOPS + what;
        };
        put(path);

        scene.plan(target);

        scene.plans().deferredAs(scene.member().id(), target(target), Reason.EMERGENCY_STOP);
        assertThat(standing()).isEqualTo("STOPPED");
        assertThat(scene.mastodon().following(scene.ana().username())).isEmpty();
        assertThat(delete(path)).isEqualTo(204);
        assertThat(delete(path)).isEqualTo(404);
        scene.plans().settledAs(scene.member().id(), target(target), Outcome.FOLLOWED);
    }

    @Test
    void stopsAndHostsLeftOutShouldBeListedWhileTheyStand() {
        put(STOPS + "Busy.example");
        put(LEFT_OUT + "Shy.example");

        given().auth()
                .oauth2(Tokens.ofOperator())
                .get("/api/operator/stops")
                .then()
                .statusCode(200)
                .body("scope", hasItem("busy.example"));
        given().auth()
                .oauth2(Tokens.ofOperator())
                .get("/api/operator/left-out-hosts")
                .then()
                .statusCode(200)
                .body("host", hasItem("shy.example"));
        assertThat(delete(STOPS + "busy.example")).isEqualTo(204);
        assertThat(delete(LEFT_OUT + "shy.example")).isEqualTo(204);
    }

    @Test
    void hostsShouldBeLeftOutByOperatorsOnly() {
        scene.member().request().put(LEFT_OUT + "quiet.example").then().statusCode(403);
        scene.member().request().delete(LEFT_OUT + "quiet.example").then().statusCode(403);
        given().get("/api/operator/left-out-hosts").then().statusCode(401);
    }
}
