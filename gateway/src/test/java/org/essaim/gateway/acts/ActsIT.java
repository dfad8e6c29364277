package org.essaim.gateway.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.essaim.contracts.GrantRevoked;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** What is written down of members, and what is not. */
@QuarkusTest
class ActsIT extends GatewayScenario {

    private static final String ACTS = "/api/v1/operator/acts";

    private final Person operator = people.withPassword("operator");

    private JsonNode actsOf(String member) {
        return json(as(operator)
                .get(ACTS + "?person=" + PersonDigest.of(member))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void whatBearsOnAnAccountShouldBeWrittenDownWithoutNamingAnyone() {
        Person ana = people.fromX();
        proven(ana);
        String member = memberId(ana).asString();
        TargetAccount account = link(ana, Network.BLUESKY);
        wire.tell(new GrantRevoked(memberId(ana), account, 2, Instant.now()));
        meOnce(ana, me -> me.path("links").isEmpty());
        as(ana).put("/api/v1/me/consents/email").then().statusCode(204);
        as(ana).delete("/api/v1/me/consents/email").then().statusCode(204);
        as(ana).get("/api/v1/me/export").then().statusCode(200);
        as(ana).delete("/api/v1/me").then().statusCode(200);

        JsonNode acts = actsOf(member);

        assertThat(acts.findValuesAsText("act"))
                .containsExactly(
                        "ERASED",
                        "EXPORTED",
                        "CONSENT_WITHDRAWN",
                        "CONSENT_GIVEN",
                        "UNLINKED",
                        "LINKED",
                        "X_PROVEN",
                        "CAME");
        assertThat(acts.findValuesAsText("about")).contains("BLUESKY", "EMAIL");
        assertThat(acts.toString()).doesNotContain(member, ana.xId(), account.id(), account.handle());
    }

    @Test
    void bookShouldBeClosedToMembersAndItsReadingWrittenDown() {
        Person bea = people.withPassword();

        as(bea).get(ACTS).then().statusCode(403);
        as(operator).get(ACTS + "?person=bea").then().statusCode(400);
        as(operator).get(ACTS).then().statusCode(200);
        as(operator).get("/api/v1/operator/audit").then().body("[0].action", equalTo("LOOK_AT_ACTS"));
    }
}
