package org.essaim.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Findability;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.essaim.gateway.world.GatewayScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** Claims, proofs, and the identity that the matcher is told. */
@QuarkusTest
class XAccountIT extends GatewayScenario {

    @Test
    void identityShouldBeFindableWithBlocksWhenProvenLinkedAndChosen() {
        Person ana = people.fromX();
        proven(ana);
        MemberId member = memberId(ana);
        lists(member, "blocks", 11, 12);
        var account = link(ana, Network.BLUESKY);
        choose(ana, "EVERYONE_WHO_FOLLOWED_ME");

        Identity identity = identityOnce(ana, Findability.EVERYONE_WHO_FOLLOWED_ME);

        assertThat(identity.assurance()).isEqualTo(Assurance.PROVEN);
        assertThat(identity.targets()).containsExactly(account);
        assertThat(identity.blocks().toArray()).containsExactly(11, 12);
        assertThat(identity.follows().isEmpty()).isTrue();
    }

    @Test
    void identityShouldNameFollowingsOnlyWhenChoiceNeedsThem() {
        Person ana = people.fromX();
        proven(ana);
        lists(memberId(ana), "blocks", 11);
        lists(memberId(ana), "followings", 21, 22);
        link(ana, Network.MASTODON);
        choose(ana, "PEOPLE_I_FOLLOW_TOO");

        assertThat(identityOnce(ana, Findability.PEOPLE_I_FOLLOW_TOO).follows().toArray())
                .containsExactly(21, 22);
    }

    @Test
    void identityShouldWaitWhenBlocksCannotBeRead() {
        Person ana = people.fromX();
        proven(ana);
        MemberId member = memberId(ana);
        link(ana, Network.BLUESKY);
        identityOnce(ana, Findability.NOBODY);
        listsFail(member, true);

        choose(ana, "EVERYONE_WHO_FOLLOWED_ME");
        as(ana).delete("/api/v1/me/findability").then().statusCode(204);
        choose(ana, "EVERYONE_WHO_FOLLOWED_ME");
        lists(member, "blocks", 31);
        listsFail(member, false);

        assertThat(identityOnce(ana, Findability.EVERYONE_WHO_FOLLOWED_ME)
                        .blocks()
                        .toArray())
                .containsExactly(31);
        assertThat(identities(ana))
                .allMatch(told -> told.findability() == Findability.NOBODY
                        || !told.blocks().isEmpty());
    }

    @Test
    void withdrawalShouldNotWaitForArchiveIngest() {
        Person ana = people.fromX();
        proven(ana);
        link(ana, Network.BLUESKY);
        choose(ana, "EVERYONE_WHO_FOLLOWED_ME");
        long before = identityOnce(ana, Findability.EVERYONE_WHO_FOLLOWED_ME).generation();
        listsFail(memberId(ana), true);

        as(ana).delete("/api/v1/me/findability").then().statusCode(204);

        assertThat(identityOnce(ana, Findability.NOBODY).generation()).isGreaterThan(before);
    }

    @Test
    void forgedOwnerShouldBeDisplacedWhenXNamesTheRealOne() {
        Person forger = people.withPassword();
        Person ana = people.fromX();
        XId stolen = XId.of(ana.xId());
        link(forger, Network.BLUESKY);
        wire.tell(ingested(memberId(forger), UUID.randomUUID(), 1, stolen));
        meOnce(forger, me -> me.path("xAccount").path("assurance").asText().equals("CLAIMED"));

        proven(ana);

        JsonNode displaced = meOnce(forger, me -> me.path("xAccount").isNull());
        assertThat(displaced.path("notices").findValuesAsText("kind")).contains("X_ACCOUNT_DISPLACED");
        assertThat(me(ana).path("notices").findValuesAsText("kind")).contains("X_RIVAL_DISPLACED");
        assertThat(me(ana).toString()).doesNotContain(memberId(forger).asString());
        String key = Identity.key(stolen, memberId(forger));
        await().atMost(PATIENCE)
                .until(
                        () -> wire.records(Topics.IDENTITIES, key::equals),
                        told -> !told.isEmpty() && told.getLast().value() == null);
    }

    @Test
    void claimShouldBeRefusedWhenSomeoneElseHasProvenTheAccount() {
        Person ana = people.fromX();
        proven(ana);
        Person forger = people.withPassword();

        wire.tell(ingested(memberId(forger), UUID.randomUUID(), 1, XId.of(ana.xId())));

        JsonNode refused = meOnce(forger, me -> me.path("notices").size() == 1);
        assertThat(refused.path("xAccount").isNull()).isTrue();
        assertThat(refused.path("notices").findValuesAsText("kind")).containsExactly("X_CLAIM_REFUSED");
        meOnce(ana, me -> me.path("notices").findValuesAsText("kind").contains("X_ACCOUNT_CLAIMED_BY_OTHER"));
    }

    @Test
    void claimShouldChangeNothingWhenToldAgain() {
        Person bea = people.withPassword();
        var claim = ingested(memberId(bea), UUID.randomUUID(), 1, new XId(System.nanoTime()));

        wire.tell(claim);
        wire.tell(claim);
        wire.tell(ingested(memberId(bea), UUID.randomUUID(), 2, claim.ownerXId()));

        JsonNode me = meOnce(
                bea, seen -> seen.path("xAccount").path("assurance").asText().equals("CLAIMED"));
        assertThat(me.path("notices").findValuesAsText("kind")).containsExactly("X_ACCOUNT_CLAIMED");
    }

    @Test
    void archiveIngestShouldBeToldOfProofOnce() {
        Person ana = people.fromX();
        proven(ana);
        as(ana).post("/api/v1/me/x-account/refresh").then().statusCode(200);
        as(ana).post("/api/v1/me/x-account/refresh").then().statusCode(200);

        String member = memberId(ana).asString();
        List<XAccountProven> told = wire.events(Topics.ARCHIVE_UPLOADS, member::equals, XAccountProven.class, 1);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().provenXId()).isEqualTo(XId.of(ana.xId()));
    }

    private static void choose(Person person, String choice) {
        as(person)
                .body("{\"choice\":\"" + choice + "\"}")
                .put("/api/v1/me/findability")
                .then()
                .statusCode(204);
    }

    private Identity identityOnce(Person person, Findability findability) {
        return await().atMost(PATIENCE)
                .until(
                        () -> identities(person),
                        told -> !told.isEmpty() && told.getLast().findability() == findability)
                .getLast();
    }

    private List<Identity> identities(Person person) {
        String key = Identity.key(XId.of(person.xId()), memberId(person));
        return wire.read(Topics.IDENTITIES, key::equals, Identity.class);
    }
}
