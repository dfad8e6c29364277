package org.essaim.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.essaim.gateway.world.GatewayScenario;
import org.junit.jupiter.api.Test;

/** Whoever writes a client finds everything in the document. */
@QuarkusTest
class ApiDocumentIT extends GatewayScenario {

    private static final Path STORED = Path.of("src/main/webui/openapi.json");

    @Test
    void documentShouldBeOpenApiOf31() {
        assertThat(document().root().path("openapi").asText()).startsWith("3.1");
        assertThat(document().root().path("components").path("securitySchemes").has("bearer"))
                .isTrue();
    }

    /** The web app's calls are typed by the document that it keeps. */
    @Test
    void documentOfTheWebAppShouldBeWhatIsServed() throws IOException {
        JsonNode stored = new ObjectMapper().readTree(STORED.toFile());

        for (String part : List.of("paths", "components")) {
            assertThat(stored.path(part).equals(document().root().path(part)))
                    .as(
                            "%s of %s are those served; if not: node gateway/src/main/webui/scripts/api.mjs --refresh",
                            part, STORED)
                    .isTrue();
        }
    }

    @Test
    void everyCallShouldHaveANameASummaryAndItsProblems() {
        Set<String> names = new HashSet<>();
        for (ApiDocument.Call call : document().calls()) {
            assertThat(names.add(call.id())).as("a name of its own: %s", call).isTrue();
            assertThat(call.id()).as(call.toString()).matches("[a-z][a-zA-Z]+");
            assertThat(call.operation().path("summary").asText())
                    .as(call.toString())
                    .isNotBlank();
            assertThat(call.operation().path("responses").path("429").has("x-problem-types"))
                    .as(call.toString())
                    .isTrue();
        }
    }

    /** Two types of one name get a number each: a client's classes would be called by it, and nothing would say which is which. */
    @Test
    void everySchemaShouldHaveANameOfItsOwn() {
        List<String> names = new ArrayList<>();
        document().root().path("components").path("schemas").fieldNames().forEachRemaining(names::add);

        assertThat(names).isNotEmpty().noneMatch(name -> name.matches(".*[0-9]"));
    }

    @Test
    void everyJsonBodyShouldHaveAnExampleThatFitsItsSchema() {
        List<String> wrong = new ArrayList<>();
        for (ApiDocument.Call call : document().calls()) {
            check(call + " request", call.operation().path("requestBody").path("content"), wrong);
            call.operation()
                    .path("responses")
                    .properties()
                    .forEach(response -> check(
                            call + " " + response.getKey(), response.getValue().path("content"), wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private void check(String where, JsonNode content, List<String> wrong) {
        content.properties().stream()
                .filter(body -> body.getKey().endsWith("json") && !body.getKey().contains("extract"))
                .forEach(body -> {
                    JsonNode example = body.getValue().path("example");
                    if (example.isMissingNode()) {
                        wrong.add(where + " has no example");
                    } else {
                        document()
                                .errors(body.getValue().path("schema"), example.toString())
                                .forEach(error -> wrong.add(where + ": " + error));
                    }
                });
    }

    private static ApiDocument document() {
        return ApiDocument.load();
    }
}
