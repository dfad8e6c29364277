package org.essaim.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Match;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom one knew, in every order and through every filter, and what one says to them. */
@QuarkusTest
class ReviewIT extends MoveScenario {

    private static final int BUCKET = 4;

    private final Person bea = people.withPassword();
    private String migration = "";

    @BeforeEach
    void begin() {
        migration = newMigration(bea);
    }

    private static TargetAccount bluesky(String name) {
        return new TargetAccount(Network.BLUESKY, "did:plc:" + name + System.nanoTime(), name + ".test");
    }

    private static TargetAccount mastodon(String name) {
        return new TargetAccount(
                Network.MASTODON, "https://social.test/users/" + name + System.nanoTime(), name + "@social.test");
    }

    private static List<String> ids(Match... matches) {
        return List.of(matches).stream().map(match -> match.xId().asString()).toList();
    }

    @Test
    void pagesShouldGoThroughEveryMatchOnceInEachOrder() {
        Match zoe = match(BUCKET, 1, false, Assurance.PROVEN, List.of(bluesky("zoe")));
        Match ana = match(BUCKET, 2, true, Assurance.PROVEN, List.of(mastodon("ana"), bluesky("Bob")));
        Match unranked = match(BUCKET, 0, false, Assurance.CLAIMED, List.of(mastodon("mia")));
        stand(bea, migration, BUCKET, List.of(zoe, ana, unranked));
        Match later = match(BUCKET, 3, true, Assurance.PROVEN, List.of(bluesky("later")));
        wire.tell(matches(bea, BUCKET, List.of(zoe, ana, unranked, later)));
        statusOnce(bea, migration, status -> status.path("review").path("isNew").asInt() == 1);

        assertThat(pages(bea, migration, "", 1)).isEqualTo(ids(zoe, ana, later, unranked));
        assertThat(pages(bea, migration, "sort=NAME", 1)).isEqualTo(ids(ana, later, unranked, zoe));
        assertThat(pages(bea, migration, "sort=NEWEST", 3)).isEqualTo(ids(later, unranked, ana, zoe));
        assertThat(pages(bea, migration, "sort=NEWEST", 1)).isEqualTo(ids(later, unranked, ana, zoe));
    }

    @Test
    void filtersShouldLetThroughWhatTheyMean() {
        Match close = match(BUCKET, 1, false, Assurance.PROVEN, List.of(bluesky("close")));
        Match both = match(BUCKET, 2, true, Assurance.PROVEN, List.of(mastodon("Lima"), bluesky("both")));
        Match claimed = match(BUCKET, 3, false, Assurance.CLAIMED, List.of(mastodon("claimed")));
        stand(bea, migration, BUCKET, List.of(close, both, claimed));
        decide(bea, migration, "DECLINE", close);

        assertThat(pages(bea, migration, "", 10)).isEqualTo(ids(both, claimed));
        assertThat(pages(bea, migration, "decision=DECLINED", 10)).isEqualTo(ids(close));
        assertThat(pages(bea, migration, "decision=DECLINED&decision=UNDECIDED&network=BLUESKY", 10))
                .isEqualTo(ids(close, both));
        assertThat(pages(bea, migration, "network=MASTODON", 10)).isEqualTo(ids(both, claimed));
        assertThat(pages(bea, migration, "mutual=true", 10)).isEqualTo(ids(both));
        assertThat(pages(bea, migration, "mutual=false", 10)).isEqualTo(ids(claimed));
        assertThat(pages(bea, migration, "assurance=CLAIMED", 10)).isEqualTo(ids(claimed));
        assertThat(pages(bea, migration, "new=true", 10)).isEmpty();
        assertThat(pages(bea, migration, "search=lIM", 10)).isEqualTo(ids(both));
        assertThat(pages(bea, migration, "search=OTH.", 10)).isEqualTo(ids(both));
        assertThat(pages(bea, migration, "search=nobody", 10)).isEmpty();
    }

    @Test
    void matchShouldSayWhyInReasonsThatAPageCanPutIntoWords() {
        Match one = match(BUCKET, 7, true, Assurance.CLAIMED, List.of(bluesky("one")));
        stand(bea, migration, BUCKET, List.of(one));

        JsonNode shown = matchPage(bea, migration, "", 10, null).path("matches").path(0);

        assertThat(shown.path("reasons").findValuesAsText("code"))
                .containsExactly(
                        "YOU_FOLLOWED_THEM",
                        "THEY_FOLLOWED_YOU",
                        "CLOSE_TO_YOU",
                        "X_CONFIRMED_THEIR_ACCOUNT",
                        "THEY_LINKED_IT",
                        "YOUR_ACCOUNT_IS_CLAIMED");
        assertThat(shown.path("reasons").path(2).path("rank").asInt()).isEqualTo(7);
        assertThat(shown.path("reasons").path(4).path("network").asText()).isEqualTo("BLUESKY");
        assertThat(shown.path("assurance").asText()).isEqualTo("CLAIMED");
    }

    @Test
    void decisionShouldBeTakenForAllThatAFilterLetsThroughAndHoldWhenRepeated() {
        Match mutual = match(BUCKET, 1, true, Assurance.PROVEN, List.of(bluesky("mutual")));
        Match single = match(BUCKET, 2, false, Assurance.PROVEN, List.of(bluesky("single")));
        Match declined = match(BUCKET, 3, true, Assurance.PROVEN, List.of(bluesky("declined")));
        stand(bea, migration, BUCKET, List.of(mutual, single, declined));
        decide(bea, migration, "DECLINE", declined);

        for (int time = 0; time < 2; time++) {
            as(bea).body("{\"decision\":\"CONFIRM\",\"filter\":{\"mutual\":true}}")
                    .post(move(migration, "/decisions"))
                    .then()
                    .statusCode(200)
                    .body("decided", equalTo(1));
        }

        as(bea).get(move(migration, "/matches/counts"))
                .then()
                .statusCode(200)
                .body("all", equalTo(2))
                .body("confirmed", equalTo(1))
                .body("undecided", equalTo(1))
                .body("declined", equalTo(1))
                .body("mutual", equalTo(1))
                .body("networks[0].matches", equalTo(2));
    }

    @Test
    void decisionForAllShouldLeaveOutWhoCameAfterTheListWasRead() {
        Match seen = match(BUCKET, 1, false, Assurance.PROVEN, List.of(bluesky("seen")));
        stand(bea, migration, BUCKET, List.of(seen));
        String read = matchPage(bea, migration, "", 10, null).path("at").asText();
        Match later = match(BUCKET, 2, false, Assurance.PROVEN, List.of(bluesky("later")));
        wire.tell(matches(bea, BUCKET, List.of(seen, later)));
        statusOnce(bea, migration, status -> status.path("review").path("isNew").asInt() == 1);

        for (String which : List.of("\"all\":true", "\"filter\":{}")) {
            as(bea).body("{\"decision\":\"CONFIRM\",%s,\"until\":\"%s\"}".formatted(which, read))
                    .post(move(migration, "/decisions"))
                    .then()
                    .statusCode(200)
                    .body("decided", equalTo(1));
        }

        assertThat(pages(bea, migration, "decision=CONFIRMED", 10)).isEqualTo(ids(seen));
        assertThat(pages(bea, migration, "decision=UNDECIDED", 10)).isEqualTo(ids(later));
    }

    @Test
    void decisionForAllShouldTakeAnyTime() {
        Match one = match(BUCKET, 1, false, Assurance.PROVEN, List.of(bluesky("one")));
        stand(bea, migration, BUCKET, List.of(one));

        assertThat(decidedUntil("-999999999-01-01T00:00:00Z")).isZero();
        assertThat(decidedUntil("+999999999-12-31T23:59:59Z")).isOne();
    }

    private int decidedUntil(String time) {
        return as(bea).body("{\"decision\":\"CONFIRM\",\"all\":true,\"until\":\"%s\"}".formatted(time))
                .post(move(migration, "/decisions"))
                .then()
                .statusCode(200)
                .extract()
                .path("decided");
    }

    @Test
    void bucketOfManyShouldBeTakenInWhole() {
        List<Match> many = IntStream.rangeClosed(1, 2500)
                .mapToObj(rank -> match(BUCKET, rank, Network.BLUESKY))
                .toList();

        stand(bea, migration, BUCKET, many);

        assertThat(pages(bea, migration, "", 200))
                .isEqualTo(many.stream().map(match -> match.xId().asString()).toList());
        wire.tell(matches(bea, BUCKET, many.subList(0, 3)));
        statusOnce(bea, migration, status -> status.path("undecided").asInt() == 3);
    }

    @Test
    void cursorOfAnotherOrderShouldBeRefused() {
        stand(bea, migration, BUCKET, List.of(match(BUCKET, 1, Network.BLUESKY), match(BUCKET, 2, Network.BLUESKY)));
        String cursor = matchPage(bea, migration, "", 1, null).path("next").asText();

        as(bea).get(move(migration, "/matches?sort=NAME&cursor=" + cursor))
                .then()
                .statusCode(400)
                .body("type", equalTo("https://essaim.org/problems/cursor-not-understood"));
    }

    @Test
    void profilesShouldBeGivenOfMatchesOnly() {
        Match one = match(BUCKET, 1, Network.BLUESKY);
        stand(bea, migration, BUCKET, List.of(one));

        as(bea).body("{\"matches\":[\"" + one.xId() + "\",\"77\"]}")
                .post(move(migration, "/profiles"))
                .then()
                .statusCode(200)
                .body("profiles.size()", equalTo(1))
                .body("profiles[0].account.id", equalTo(one.targets().getFirst().id()))
                .body("profiles[0].name", equalTo("Somebody"));
        as(bea).get("/api/v1/me/pictures/abc").then().statusCode(200).contentType("image/jpeg");
        as(bea).get("/api/v1/me/pictures/a.b").then().statusCode(404);
    }
}
