package org.essaim.gateway.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Identity;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.Network;
import org.essaim.contracts.Topics;
import org.essaim.contracts.UploadEvent;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** Two who say that an X account is theirs, and the operator between them. */
@QuarkusTest
class DisputesIT extends GatewayScenario {

    private static final String MINE = "/api/v1/me/disputes";
    private static final String DESK = "/api/v1/operator/disputes";

    private final Person operator = people.withPassword("operator");

    private static String raise(Person person, String xId) {
        return as(person)
                .body(request(xId))
                .post(MINE)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
    }

    private static String request(String xId) {
        return "{\"xId\":\"" + xId + "\",\"words\":\"It is mine, since 2011.\"}";
    }

    private void decide(String dispute, String verdict) {
        as(operator)
                .body("{\"verdict\":\"" + verdict + "\",\"reason\":\"We compared the posts.\"}")
                .post(DESK + "/" + dispute + "/decision")
                .then()
                .statusCode(204);
    }

    private static List<String> notices(Person person) {
        return me(person).path("notices").findValuesAsText("kind");
    }

    /** Somebody whose archive names the account, and the one who has proven it and whom it displaced nobody for. */
    private Person refused(Person holder) {
        Person claimer = people.withPassword();
        wire.tell(ingested(memberId(claimer), UUID.randomUUID(), 1, XId.of(holder.xId())));
        meOnce(claimer, me -> me.path("notices").findValuesAsText("kind").contains("X_CLAIM_REFUSED"));
        return claimer;
    }

    @Test
    void proofShouldEndAndNobodyGainOneWhenTheDisputeIsUpheld() {
        Person thief = people.fromX();
        proven(thief);
        link(thief, Network.BLUESKY);
        Person ana = refused(thief);
        as(ana).get(MINE).then().body("contested.why", hasItem("HELD_BY_OTHER"));

        String dispute = raise(ana, thief.xId());
        assertThat(notices(thief)).contains("X_DISPUTE_RAISED");
        decide(dispute, "UPHOLD");

        assertThat(me(thief).path("xAccount").isNull()).isTrue();
        assertThat(me(ana).path("xAccount").isNull())
                .as("nobody is given a proof")
                .isTrue();
        assertThat(notices(thief)).contains("X_ACCOUNT_SET_ASIDE");
        assertThat(notices(ana)).contains("X_DISPUTE_UPHELD");
        as(ana).get(MINE)
                .then()
                .body("disputes[0].state", equalTo("UPHELD"))
                .body("disputes[0].reason", equalTo("We compared the posts."));
        String key = Identity.key(XId.of(thief.xId()), memberId(thief));
        await().atMost(PATIENCE)
                .until(
                        () -> wire.records(Topics.IDENTITIES, key::equals),
                        told -> !told.isEmpty() && told.getLast().value() == null);
        assertThat(wire.events(Topics.ARCHIVE_UPLOADS, memberId(thief).asString()::equals, XAccountProven.class, 2)
                        .getLast()
                        .provenXId())
                .isNull();
    }

    @Test
    void whatWasSetAsideShouldNotComeBackByXOrByAnArchiveUntilAnotherVerdict() {
        Person holder = people.fromX();
        proven(holder);
        Person claimer = refused(holder);
        decide(raise(claimer, holder.xId()), "UPHOLD");

        as(holder).post("/api/v1/me/x-account/refresh").then().statusCode(200).body("xAccount", equalTo(null));
        wire.tell(ingested(memberId(holder), UUID.randomUUID(), 1, XId.of(holder.xId())));
        meOnce(holder, me -> me.path("notices").findValuesAsText("kind").contains("X_CLAIM_REFUSED"));
        assertThat(me(holder).path("xAccount").isNull()).isTrue();
        as(holder).get(MINE).then().body("contested.why", equalTo(List.of("SET_ASIDE")));

        decide(raise(holder, holder.xId()), "UPHOLD");

        proven(holder);
        assertThat(notices(claimer)).contains("X_ACCOUNT_SET_ASIDE");
    }

    @Test
    void archiveOfAnotherShouldGoWhenItsOwnerDisputesIt() {
        Person ana = people.fromX();
        proven(ana);
        Person thief = refused(ana);
        String member = memberId(thief).asString();

        decide(raise(ana, ana.xId()), "UPHOLD");

        proven(ana);
        await().atMost(PATIENCE)
                .until(() -> wire.read(Topics.ARCHIVE_UPLOADS, member::equals, UploadEvent.class).stream()
                        .anyMatch(ListsErased.class::isInstance));
        as(ana).get(MINE).then().body("contested", hasSize(0));
    }

    @Test
    void nothingShouldChangeWhenTheDisputeIsRejectedAndBothBeTold() {
        Person ana = people.fromX();
        proven(ana);
        Person claimer = refused(ana);

        decide(raise(claimer, ana.xId()), "REJECT");

        proven(ana);
        assertThat(notices(ana)).contains("X_DISPUTE_OVER");
        assertThat(notices(claimer)).contains("X_DISPUTE_REJECTED");
        as(claimer).get(MINE).then().body("disputes[0].state", equalTo("REJECTED"));
    }

    @Test
    void operatorShouldSeeWhoClaimsAndWhoHasProvenAndNothingOfWhomTheyKnow() {
        Person ana = people.fromX();
        proven(ana);
        lists(memberId(ana), "followings", 77_123_456_789L);
        Person claimer = refused(ana);
        String dispute = raise(claimer, ana.xId());

        JsonNode seen = json(as(operator)
                .get(DESK)
                .then()
                .statusCode(200)
                .body(not(containsString("77123456789")))
                .extract()
                .asString());

        JsonNode one = seen.findParents("id").stream()
                .filter(each -> each.path("id").asText().equals(dispute))
                .findFirst()
                .orElseThrow();
        assertThat(one.path("raisedBy").path("hold").asText()).isEqualTo("NONE");
        assertThat(one.path("raisedBy").path("archiveNamesIt").asBoolean()).isTrue();
        assertThat(one.path("others").path(0).path("hold").asText()).isEqualTo("PROVEN");
        assertThat(one.path("others").path(0).path("member").asText())
                .isEqualTo(memberId(ana).asString());
        decide(dispute, "REJECT");
        as(operator)
                .get("/api/v1/operator/audit")
                .then()
                .body("action", hasItem("REJECT_DISPUTE"))
                .body(not(containsString(memberId(claimer).asString())))
                .body(not(containsString(ana.xId())));
        as(operator).get(DESK).then().body("id", not(hasItem(dispute)));
    }

    @Test
    void disputeShouldBeRefusedToWhoeverHasNoPartInIt() {
        Person ana = people.fromX();
        proven(ana);
        Person claimer = refused(ana);
        Person stranger = people.withPassword();
        String dispute = raise(claimer, ana.xId());

        problem(as(stranger).body(request(ana.xId())).post(MINE), 409, "nothing-to-dispute");
        problem(as(stranger).delete(MINE + "/" + dispute), 404, "dispute-not-found");
        problem(as(ana).delete(MINE + "/" + dispute), 404, "dispute-not-found");
        as(claimer).get(DESK).then().statusCode(403);
        as(claimer)
                .body("{\"verdict\":\"UPHOLD\",\"reason\":\"mine\"}")
                .post(DESK + "/" + dispute + "/decision")
                .then()
                .statusCode(403);
        as(stranger).get(MINE).then().body("contested", hasSize(0)).body("disputes", hasSize(0));
    }

    @Test
    void disputeShouldBeRaisedDecidedAndTakenBackOnce() {
        Person ana = people.fromX();
        proven(ana);
        Person claimer = refused(ana);
        String first = raise(claimer, ana.xId());
        problem(as(claimer).body(request(ana.xId())).post(MINE), 409, "dispute-open");

        as(claimer).delete(MINE + "/" + first).then().statusCode(204);
        problem(as(claimer).delete(MINE + "/" + first), 404, "dispute-not-found");
        problem(verdict(first), 404, "dispute-not-found");

        String second = raise(claimer, ana.xId());
        decide(second, "REJECT");
        problem(verdict(second), 409, "dispute-decided");
        problem(as(claimer).delete(MINE + "/" + second), 409, "dispute-decided");
    }

    private Response verdict(String dispute) {
        return as(operator)
                .body("{\"verdict\":\"UPHOLD\",\"reason\":\"again\"}")
                .post(DESK + "/" + dispute + "/decision");
    }

    @Test
    void wordsShouldBePlainAndBounded() {
        Person ana = people.fromX();
        String account = "{\"xId\":\"" + ana.xId() + "\",\"words\":\"";

        problem(as(ana).body(account + "a".repeat(2001) + "\"}").post(MINE), 422, "words-missing");
        problem(as(ana).body(account + "a\\u0000b\"}").post(MINE), 422, "words-missing");
        problem(as(ana).body("{\"words\":\"mine\"}").post(MINE), 422, "account-missing");
        problem(as(ana).body("null").post(MINE), 422, "words-missing");
        problem(
                as(operator).body("{\"verdict\":\"UPHOLD\"}").post(DESK + "/" + UUID.randomUUID() + "/decision"),
                422,
                "reason-missing");
    }

    private static void problem(Response answer, int status, String slug) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://essaim.org/problems/" + slug));
    }

    @Test
    void disputeShouldBeExportedAndErasedWithWhoRaisedIt() {
        Person ana = people.fromX();
        proven(ana);
        Person claimer = refused(ana);
        String dispute = raise(claimer, ana.xId());

        as(claimer)
                .get("/api/v1/me/export")
                .then()
                .statusCode(200)
                .body("held.dispute[0].words", equalTo("It is mine, since 2011."));
        as(claimer).delete("/api/v1/me").then().statusCode(200);

        as(operator).get(DESK).then().body("id", not(hasItem(dispute)));
        problem(verdict(dispute), 404, "dispute-not-found");
    }
}
