package org.essaim.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.essaim.contracts.Match;
import org.essaim.contracts.Network;
import org.essaim.gateway.world.EventStream;
import org.essaim.gateway.world.EventStream.Event;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a move is watched: by events, or by asking again. */
@QuarkusTest
class EventsIT extends MoveScenario {

    private static final int BUCKET = 6;

    private final Person bea = people.withPassword();
    private String migration = "";

    @BeforeEach
    void begin() {
        migration = newMigration(bea);
    }

    private EventStream watch(@Nullable String lastSeen) {
        URI address = URI.create(config("test.gateway")).resolve(move(migration, "/events"));
        return new EventStream(address, bea.token(), lastSeen);
    }

    @Test
    void watcherShouldBeToldTheWholeStateAtOnceAndWheneverItChanges() {
        try (EventStream stream = watch(null)) {
            JsonNode first = json(stream.nextState().data());
            assertThat(first.path("state").asText()).isEqualTo("CREATED");

            stand(bea, migration, BUCKET, List.of(match(BUCKET, 1, Network.BLUESKY)));
            Event told = stream.nextState();

            assertThat(json(told.data()).path("undecided").asInt()).isEqualTo(1);
            assertThat(told.id()).isEqualTo(json(told.data()).path("changes").asText());
        }
    }

    @Test
    void whoComesBackShouldMissNothingAndBeToldNothingTwice() {
        Match one = match(BUCKET, 1, Network.BLUESKY);
        String seen;
        try (EventStream stream = watch(null)) {
            seen = stream.nextState().id();
        }
        try (EventStream again = watch(seen)) {
            assertThat(again.next().comment()).isEqualTo("nothing new");
        }
        stand(bea, migration, BUCKET, List.of(one));

        try (EventStream later = watch(seen)) {
            assertThat(json(later.nextState().data()).path("undecided").asInt()).isEqualTo(1);
        }
    }

    @Test
    void askingAgainShouldGiveTheSameAsTheEventsAndNothingWhenNothingChanged() {
        stand(bea, migration, BUCKET, List.of(match(BUCKET, 1, Network.BLUESKY)));
        String tag = as(bea).get(move(migration, ""))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        as(bea).header("If-None-Match", tag).get(move(migration, "")).then().statusCode(304);
        try (EventStream stream = watch(null)) {
            JsonNode told = json(stream.nextState().data());
            assertThat(told)
                    .isEqualTo(json(
                            as(bea).get(move(migration, "")).then().extract().asString()));
        }
        decide(bea, migration, "CONFIRM");
        as(bea).header("If-None-Match", tag)
                .get(move(migration, ""))
                .then()
                .statusCode(200)
                .body("review.confirmed", equalTo(1));
    }

    @Test
    void streamsOfOneMemberShouldBeBounded() {
        List<EventStream> open =
                IntStream.range(0, 10).mapToObj(number -> watch(null)).toList();
        open.forEach(EventStream::nextState);

        as(bea).get(move(migration, "/events"))
                .then()
                .statusCode(429)
                .body("type", equalTo("https://essaim.org/problems/too-many-streams"));
        open.forEach(EventStream::close);
    }
}
