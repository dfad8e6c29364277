package org.essaim.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void stepShouldBeOneLineWhenTheOutputIsNoTerminal() {
        Progress progress = progress(false);

        progress.step("people join");
        progress.at("1 of 2");
        progress.at("2 of 2");
        progress.done("");

        assertThat(text()).matches("✓  people join: 2 of 2  \\(\\d+\\.\\d s\\)\\R");
    }

    @Test
    void stepShouldBeRedrawnInPlaceOnATerminal() {
        Progress progress = progress(true);

        progress.step("people join");
        progress.at("1 of 2");

        assertThat(text()).endsWith("\r\033[2K…  people join: 1 of 2").doesNotContain("\n");
    }

    @Test
    void nextStepShouldEndTheOneBefore() {
        Progress progress = progress(false);

        progress.step("first");
        progress.step("second");
        progress.done("well");

        assertThat(text().lines()).hasSize(2).last().asString().startsWith("✓  second: well");
    }

    private Progress progress(boolean live) {
        return new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), live);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
