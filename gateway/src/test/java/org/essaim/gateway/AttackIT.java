package org.essaim.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.essaim.contracts.Match;
import org.essaim.contracts.Network;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.Test;

/** What somebody who means ill would try, one test each: too much, too slowly, too often, and what is not theirs. Who pretends to be another is in {@link ImpostorIT}. */
@QuarkusTest
class AttackIT extends MoveScenario {

    private static final int BUCKET = 8;

    private final Person bea = people.withPassword();

    @Test
    void sameCallUnderOneKeyShouldBeDoneOnceAndAnsweredAlike() {
        String first = as(bea).header("Idempotency-Key", "k-1")
                .post("/api/v1/migrations")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        as(bea).header("Idempotency-Key", "k-1")
                .post("/api/v1/migrations")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body(equalTo(first));
        as(bea).get("/api/v1/migrations").then().body("size()", equalTo(1));
        as(people.withPassword())
                .header("Idempotency-Key", "k-1")
                .post("/api/v1/migrations")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo(null));
    }

    @Test
    void keyOfAnotherCallShouldBeRefused() {
        as(bea).header("Idempotency-Key", "k-2")
                .post("/api/v1/migrations")
                .then()
                .statusCode(201);

        as(bea).header("Idempotency-Key", "k-2")
                .put("/api/v1/me/consents/email")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://essaim.org/problems/idempotency-key-reused"));
        as(bea).header("Idempotency-Key", "k y")
                .post("/api/v1/migrations")
                .then()
                .statusCode(400);
    }

    @Test
    void refusalShouldBeAnsweredAlikeUnderItsKey() {
        for (int time = 0; time < 2; time++) {
            as(bea).header("Idempotency-Key", "k-3")
                    .body("{\"wording\":99}")
                    .put("/api/v1/me/consents/email")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://essaim.org/problems/wording-unknown"));
        }
    }

    @Test
    void memberShouldBeHeldToTheirAllowanceAndToldWhenToComeBack() {
        HttpRequest call = HttpRequest.newBuilder(
                        URI.create(config("test.gateway")).resolve("/api/v1/me/pictures/a.b"))
                .header("Authorization", "Bearer " + bea.token())
                .build();
        Optional<HttpResponse<Void>> refused = Optional.empty();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int times = 0; times < 40 && refused.isEmpty(); times++) {
                refused = IntStream.range(0, 500)
                        .mapToObj(number -> http.sendAsync(call, HttpResponse.BodyHandlers.discarding()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(answer -> answer.statusCode() == 429)
                        .findAny();
            }
        }

        HttpHeaders headers = refused.orElseThrow().headers();
        assertThat(headers.firstValue("Content-Type")).contains("application/problem+json");
        assertThat(headers.firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(headers.firstValue("RateLimit")).isPresent();
        assertThat(headers.firstValue("RateLimit-Policy")).contains("\"member\";q=1200;w=60");
        as(people.withPassword()).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void listsOfACallShouldBeCapped() {
        String migration = newMigration(bea);
        List<String> ids =
                IntStream.rangeClosed(1, 1001).mapToObj(id -> "\"" + id + "\"").toList();

        as(bea).body("{\"decision\":\"CONFIRM\",\"matches\":" + ids + "}")
                .post(move(migration, "/decisions"))
                .then()
                .statusCode(422)
                .body("type", equalTo("https://essaim.org/problems/matches-missing"));
        as(bea).body("{\"matches\":" + ids.subList(0, 101) + "}")
                .post(move(migration, "/profiles"))
                .then()
                .statusCode(422);
    }

    @Test
    void profilesShouldNotBeLookedForOfPeopleWhoAreNoMatch() {
        String migration = newMigration(bea);
        Person other = people.withPassword();
        Match match = match(BUCKET, 1, Network.BLUESKY);
        stand(other, newMigration(other), BUCKET, List.of(match));

        as(bea).body("{\"matches\":[\"" + match.xId() + "\"]}")
                .post(move(migration, "/profiles"))
                .then()
                .statusCode(200)
                .body("profiles", equalTo(Collections.emptyList()));
        as(bea).body("{\"decision\":\"CONFIRM\",\"matches\":[\"" + match.xId() + "\"]}")
                .post(move(migration, "/decisions"))
                .then()
                .body("decided", equalTo(0));
    }

    @Test
    void moveOfAnotherShouldLookAsIfItWereNotThere() {
        Person ana = people.withPassword();
        String migration = newMigration(ana);
        String decision = "{\"decision\":\"CONFIRM\",\"all\":true}";

        for (Response answer : List.of(
                as(bea).get(move(migration, "")),
                as(bea).get(move(migration, "/matches")),
                as(bea).get(move(migration, "/follows")),
                as(bea).get(move(migration, "/events")),
                as(bea).body(decision).post(move(migration, "/decisions")),
                as(bea).body("{}").post(move(migration, "/plans")),
                as(bea).post(move(migration, "/undo")),
                as(bea).contentType("application/vnd.essaim.extract+json")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .put(move(migration, "/archive")))) {
            answer.then().statusCode(404).body("type", equalTo("https://essaim.org/problems/migration-not-found"));
        }
        as(ana).get(move(migration, "")).then().statusCode(200).body("archive", equalTo(null));
    }

    /** A list of everybody would be a directory of who is who. */
    @Test
    void extractShouldBeRefusedWhenItIsLargerThanAnyonesLists() {
        String migration = newMigration(bea);
        byte[] everybody = new byte[1024 * 1024 + 1];
        Arrays.fill(everybody, (byte) '1');

        as(bea).contentType("application/vnd.essaim.extract+json")
                .body(everybody)
                .put(move(migration, "/archive"))
                .then()
                .statusCode(413);

        as(bea).get(move(migration, "")).then().statusCode(200).body("archive", equalTo(null));
    }

    @Test
    void bodyShouldBeRefusedBeforeItIsReadWhenItIsTooLarge() throws IOException {
        assertThat(raw("Content-Length: 70000\r\n", "{\"choice\"")).contains(" 413 ");
    }

    @Test
    void bodyOfUnknownLengthShouldBeRefused() throws IOException {
        assertThat(raw("Transfer-Encoding: chunked\r\n", "5\r\n{\"a\":\r\n")).contains(" 411 ");
    }

    @Test
    void bodyThatDoesNotComeShouldEndTheConnection() throws IOException {
        assertThat(raw("Content-Length: 100\r\n", "{\"choice\"")).contains(" 408 ");
    }

    /** How the answer begins. */
    private String raw(String headers, String body) throws IOException {
        URI gateway = URI.create(config("test.gateway"));
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            String request = "PUT /api/v1/me/findability HTTP/1.1\r\nHost: " + gateway.getAuthority()
                    + "\r\nAuthorization: Bearer " + bea.token() + "\r\nContent-Type: application/json\r\n" + headers
                    + "\r\n" + body;
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readNBytes(32), StandardCharsets.UTF_8);
        }
    }

    @Test
    void searchShouldNotBeAPattern() {
        String migration = newMigration(bea);
        stand(bea, migration, BUCKET, List.of(match(BUCKET, 1, Network.BLUESKY)));

        assertThat(pages(bea, migration, "search=%25", 10)).isEmpty();
        assertThat(pages(bea, migration, "search=_", 10)).isEmpty();
        assertThat(pages(bea, migration, "search=' or 1=1 --", 10)).isEmpty();
        as(bea).get(move(migration, "/matches?search=" + "x".repeat(101)))
                .then()
                .statusCode(422);
        given().get(move(migration, "/matches")).then().statusCode(401);
    }
}
