package org.essaim.gateway.operators;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.essaim.contracts.Match;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** An operator at work. */
@QuarkusTest
class OperatorsIT extends MoveScenario {

    private static final String OPERATOR = "/api/v1/operator";

    @Inject
    DataSource database;

    private final Person operator = people.withPassword("operator");

    @Test
    void stopShouldBeSetOnTheOperatorsOwnWordAndWrittenDownWithoutNamingThem() {
        as(operator)
                .body("{\"reason\":\"they asked\"}")
                .put(OPERATOR + "/stops/example.social")
                .then()
                .statusCode(204);

        JsonNode heard = executorHeard();
        assertThat(heard.path("method").asText()).isEqualTo("PUT");
        assertThat(heard.path("path").asText()).isEqualTo("/api/operator/stops/example.social");
        assertThat(heard.path("claims").asText()).contains("\"operator\"", "\"azp\":\"essaim-gateway\"");
        as(operator).get(OPERATOR + "/stops").then().statusCode(200).body("what", hasItem("BLUESKY"));
        as(operator).delete(OPERATOR + "/stops/example.social").then().statusCode(204);
        as(operator)
                .get(OPERATOR + "/audit")
                .then()
                .statusCode(200)
                .body("action", hasItem("LIFT_STOP"))
                .body("about", hasItem("example.social"))
                .body("find { it.action == 'STOP' }.operator.length()", equalTo(16));
    }

    @Test
    void supportShouldSeeHowAMoveStandsAndNothingOfWhomTheyKnow() {
        Person bea = people.withPassword();
        TargetAccount acting = link(bea, Network.MASTODON);
        String migration = newMigration(bea);
        Match match = match(5, 1, Network.MASTODON);
        stand(bea, migration, 5, List.of(match));

        as(operator)
                .body("{\"name\":\"" + memberId(bea).asString() + "\"}")
                .post(OPERATOR + "/member-lookups")
                .then()
                .statusCode(200)
                .body("matches", equalTo(1))
                .body("links.'MASTODON LINKED'", equalTo(1))
                .body(not(containsString(acting.handle())))
                .body(not(containsString(match.xId().toString())));
        as(operator)
                .body("{\"name\":\"nobody at all\"}")
                .post(OPERATOR + "/member-lookups")
                .then()
                .statusCode(404);
    }

    @Test
    void matchesShouldBeAsTheTopicSaysWhenTheViewIsRebuilt() throws SQLException {
        Person bea = people.withPassword();
        link(bea, Network.MASTODON);
        String migration = newMigration(bea);
        stand(bea, migration, 6, List.of(match(6, 1, Network.MASTODON), match(6, 2, Network.MASTODON)));
        decide(bea, migration, "CONFIRM");
        try (Connection connection = database.getConnection();
                PreparedStatement lose =
                        connection.prepareStatement("delete from standing_match where member = ? and closeness = 2")) {
            lose.setObject(1, memberId(bea).value());
            assertThat(lose.executeUpdate()).isEqualTo(1);
        }

        as(operator).post(OPERATOR + "/match-rebuilds").then().statusCode(202);

        await().atMost(PATIENCE)
                .until(() -> matchPage(bea, migration, "mutual=false", 10, null)
                                .path("matches")
                                .size()
                        == 2);
    }

    @Test
    void membersShouldNotDoWhatOperatorsDo() {
        Person bea = people.withPassword();

        as(bea).get(OPERATOR + "/audit").then().statusCode(403);
        as(bea).put(OPERATOR + "/stops/example.social").then().statusCode(403);
        as(bea).post(OPERATOR + "/match-rebuilds").then().statusCode(403);
    }

    @Test
    void figuresShouldBeForEveryoneAndNoneBelowAHundred() {
        await().atMost(PATIENCE).until(() -> given().get("/api/v1/figures").statusCode() == 200);

        given().get("/api/v1/figures")
                .then()
                .statusCode(200)
                .body("members", equalTo(null))
                .body("links", equalTo(null));
    }
}
