package org.essaim.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** What a member agrees to: each for itself, none before they say so, each with its date and its text. */
@QuarkusTest
class ConsentIT extends GatewayScenario {

    private final Person bea = people.withPassword();

    private JsonNode consents() {
        return json(as(bea).get("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void nothingShouldBeAgreedToBeforeThePersonSaysSo() {
        JsonNode consents = consents();

        assertThat(consents.path("findability").isNull()).isTrue();
        assertThat(consents.path("followArrivals").asBoolean(true)).isFalse();
        assertThat(consents.path("email").asBoolean(true)).isFalse();
        assertThat(consents.path("partners").path(0).path("name").asText()).isEqualTo("Observatory of Migrations");
        assertThat(consents.path("partners").path(0).path("given").asBoolean(true))
                .isFalse();
        assertThat(consents.path("wordings").path("EMAIL").asInt()).isEqualTo(1);
    }

    @Test
    void eachConsentShouldStandForItselfAndBeKeptWithItsDates() {
        as(bea).body("{\"wording\":1}").put("/api/v1/me/consents/email").then().statusCode(204);
        as(bea).put("/api/v1/me/consents/email").then().statusCode(204);
        as(bea).put("/api/v1/me/consents/partners/observatory").then().statusCode(204);
        as(bea).delete("/api/v1/me/consents/email").then().statusCode(204);

        JsonNode consents = consents();
        assertThat(consents.path("email").asBoolean(true)).isFalse();
        assertThat(consents.path("followArrivals").asBoolean(true)).isFalse();
        assertThat(consents.path("partners").path(0).path("given").asBoolean()).isTrue();
        as(bea).get("/api/v1/me/consents/history")
                .then()
                .statusCode(200)
                .body("size()", equalTo(2))
                .body("[0].kind", equalTo("PARTNER"))
                .body("[0].partner", equalTo("observatory"))
                .body("[0].withdrawnAt", equalTo(null))
                .body("[1].kind", equalTo("EMAIL"))
                .body("[1].wording", equalTo(1));
    }

    @Test
    void consentShouldBeRefusedWhenItsTextOrPartnerIsUnknown() {
        as(bea).body("{\"wording\":2}")
                .put("/api/v1/me/consents/email")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://essaim.org/problems/wording-unknown"));
        as(bea).put("/api/v1/me/consents/partners/somebody")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://essaim.org/problems/partner-not-found"));
    }
}
