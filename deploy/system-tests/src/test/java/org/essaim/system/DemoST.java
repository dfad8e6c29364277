package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo is the proof of the main job; these tests hold it to its own verdict. */
@Tag("slow")
class DemoST {

    @TempDir
    private Path data;

    @Test
    void demoShouldFollowExactlyTheRightPeople() throws Exception {
        assertThat(exitOf("demo")).isZero();
        assertRight(verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive-ingest", "matcher-service", "follow-executor", "gateway"})
    void demoShouldEndTheSameWhenAServiceIsKilledInTheMiddle(String service) throws Exception {
        try (EssaimCommand demo = EssaimCommand.start(data, "demo", "--kill", service)) {
            assertThat(demo.awaitExit()).isZero();
            assertThat(demo.hasSaid("killed " + service)).isTrue();
            assertThat(demo.hasSaid(service + " ended with status 137 and is started again"))
                    .isTrue();
        }
        assertRight(verdict());
    }

    private int exitOf(String... arguments) throws Exception {
        try (EssaimCommand demo = EssaimCommand.start(data, arguments)) {
            return demo.awaitExit();
        }
    }

    private JsonNode verdict() throws IOException {
        return new JsonMapper().readTree(data.resolve("demo/verdict.json").toFile());
    }

    private static void assertRight(JsonNode verdict) {
        assertThat(verdict.path("right").asBoolean()).isTrue();
        assertThat(verdict.path("networksRight").asBoolean()).isTrue();
        assertThat(verdict.path("traps").size()).isGreaterThanOrEqualTo(10);
        assertThat(verdict.path("traps")).allMatch(trap -> trap.path("avoided").asBoolean());
        assertThat(verdict.path("outcomes").path("BLUESKY").path("FOLLOWED").asInt())
                .isGreaterThanOrEqualTo(60);
        assertThat(verdict.path("outcomes").path("MASTODON").path("FOLLOWED").asInt())
                .isGreaterThanOrEqualTo(60);
    }
}
