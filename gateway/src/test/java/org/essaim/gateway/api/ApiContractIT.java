package org.essaim.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.essaim.contracts.Network;
import org.essaim.gateway.world.MoveScenario;
import org.essaim.gateway.world.People.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever comes, the service answers what its document says: no 5xx of its own, and every body fits its schema. Another seed by
 * {@code -Dessaim.contract.seed=}, more of each call by {@code -Dessaim.contract.times=}.
 */
@QuarkusTest
@Tag("slow")
class ApiContractIT extends MoveScenario {

    private static final long SEED = Long.getLong("essaim.contract.seed", 20_261_123L);
    private static final int TIMES = Integer.getInteger("essaim.contract.times", 20);

    /** The first is a stream, the second ends the caller, the third is no JSON. */
    private static final Set<String> LEFT_OUT = Set.of("events", "eraseMe", "bringArchive");

    @TestFactory
    Stream<DynamicTest> everyAnswerShouldFitTheDocumentWhateverComes() {
        return document().calls().stream()
                .filter(call -> !LEFT_OUT.contains(call.id()))
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> check(call)));
    }

    private void check(ApiDocument.Call call) {
        Person person = people.withPassword("operator");
        String migration = newMigration(person);
        stand(person, migration, 2, List.of(match(2, 1, Network.BLUESKY), match(2, 2, Network.MASTODON)));
        SplittableRandom random = new SplittableRandom(SEED + call.id().hashCode());
        Inputs inputs = new Inputs(document().root(), random);
        for (int time = 0; time < TIMES; time++) {
            RequestSpecification request = as(person).header("X-Essaim-CSRF", "1");
            String path = address(call, migration, inputs, random, request);
            JsonNode schema = call.request();
            String body = schema.isMissingNode() ? null : inputs.value(schema).toString();
            if (body != null) {
                request.body(body);
            }
            Response response = request.redirects().follow(false).request(call.method(), path);
            assertFits(call, response, call + " " + path + " " + body + " seed " + SEED);
        }
    }

    private static String address(
            ApiDocument.Call call,
            String migration,
            Inputs inputs,
            SplittableRandom random,
            RequestSpecification request) {
        String path = call.path();
        for (JsonNode parameter : call.operation().path("parameters")) {
            String name = parameter.path("name").asText();
            String value = inputs.text(parameter.path("schema"));
            switch (parameter.path("in").asText()) {
                case "path" -> {
                    String known = name.equals("id") && random.nextInt(8) > 0 ? migration : segment(value);
                    path = path.replace("{" + name + "}", known);
                }
                case "query" -> {
                    if (random.nextBoolean()) {
                        request.queryParam(name, value);
                    }
                }
                default -> {
                    // Headers have tests of their own.
                }
            }
        }
        return path;
    }

    private static String segment(String value) {
        String kept = value.replaceAll("[^A-Za-z0-9:-]", "");
        return kept.isEmpty() || kept.length() > 100 ? UUID.randomUUID().toString() : kept;
    }

    private void assertFits(ApiDocument.Call call, Response response, String what) {
        int status = response.statusCode();
        JsonNode answer = call.operation().path("responses").path(Integer.toString(status));
        assertThat(answer.isMissingNode()).as("status %d of %s", status, what).isFalse();
        assertThat(status).as(what).isNotEqualTo(500);
        String type =
                response.contentType() == null ? "" : response.contentType().split(";", 2)[0];
        JsonNode schema = answer.path("content").path(type).path("schema");
        if (type.endsWith("json")) {
            assertThat(schema.isMissingNode()).as("%s of %s", type, what).isFalse();
            assertThat(document().errors(schema, response.asString())).as(what).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingShouldBreakWhenTheBodyIsNoJson() {
        Person person = people.withPassword();
        String migration = newMigration(person);
        return document().calls().stream()
                .filter(call -> !call.request().isMissingNode() && call.path().contains("/me"))
                .map(call -> DynamicTest.dynamicTest(
                        call.toString(),
                        () -> assertThat(given().header("Authorization", "Bearer " + person.token())
                                        .contentType("application/json")
                                        .body("{\"a\":")
                                        .request(
                                                call.method(),
                                                call.path()
                                                        .replace("{id}", migration)
                                                        .replace("{partner}", "x"))
                                        .statusCode())
                                .isBetween(400, 499)));
    }

    private static ApiDocument document() {
        return ApiDocument.load();
    }
}
