package org.essaim.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The web app as a person uses it, in Chromium, against the demo's house: from the landing page to follows that the networks show, with the
 * page closed in between, to the receipt of the erasure. The way itself is {@code e2e/journey.mjs} of the web app.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyST {

    private static final Duration HOUSE = Duration.ofMinutes(15);
    private static final String OPEN = "Ctrl-C stops everything.";

    private EssaimCommand house;

    @BeforeAll
    void openHouse(@TempDir Path data) throws IOException {
        house = EssaimCommand.start(data, "demo", "--keep");
        await().atMost(HOUSE).until(() -> house.hasSaid(OPEN) || !house.isAlive());
        assertThat(house.hasSaid(OPEN)).isTrue();
    }

    @AfterAll
    void closeHouse() throws InterruptedException {
        house.stop();
    }

    @ParameterizedTest
    @CsvSource({"fr, 390", "ar, 1280"})
    void personShouldGoTheWholeWay(String language, String width) throws Exception {
        WebScript.shouldEndWell(
                "journey.mjs",
                "--as",
                house.saidAfter("log in as").orElseThrow(),
                "--password",
                house.saidAfter("password").orElseThrow(),
                "--language",
                language,
                "--width",
                width);
    }
}
