package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks to be forgotten is: the whole house is searched for a person before and after. */
@Tag("slow")
class ErasureST {

    private static final Duration SHOWN = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofMinutes(3);

    /** The bound of erasure in docs/privacy.md, less the time after which a broker closes a segment. */
    private static final Duration EVENTS_KEPT = Duration.ofHours(36);

    @TempDir
    private Path data;

    @Test
    void nothingShouldBeLeftOfAMemberInAnyStoreTopicFileOrLog() throws Exception {
        try (EssaimCommand demo = EssaimCommand.start(data, "demo", "--keep")) {
            await().atMost(SHOWN).until(() -> demo.hasSaid("Ctrl-C stops everything.") || !demo.isAlive());
            assertThat(demo.isAlive()).isTrue();
            Rooms rooms = new Rooms(data.resolve("demo"));
            try (Visitor ada = new Visitor(rooms.password("demo-login"));
                    Broker broker = new Broker()) {
                List<String> traces = ada.traces();
                assertThat(rooms.databasesWith(traces))
                        .as("what the search finds before")
                        .hasSizeGreaterThan(20);
                assertThat(broker.standingWith(traces)).hasSizeGreaterThan(20);

                ada.erase();

                await().atMost(FORGOTTEN).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                    assertThat(rooms.databasesWith(traces)).isEmpty();
                    assertThat(broker.standingWith(traces)).isEmpty();
                });
                assertThat(broker.longestKeptEvents()).isLessThanOrEqualTo(EVENTS_KEPT);
                assertThat(rooms.filesWith(traces)).isEmpty();
            }
        }
    }
}
