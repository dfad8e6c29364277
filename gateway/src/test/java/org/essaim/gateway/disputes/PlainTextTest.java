package org.essaim.gateway.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written about a dispute. */
class PlainTextTest {

    @Test
    void textShouldBeKeptWithItsLinesAndWithoutWhatSurroundsIt() {
        assertThat(PlainText.of("  C'est à moi.\r\n\tVoilà \uD83D\uDC1D \u200Fنص\n"))
                .contains("C'est à moi.\n\tVoilà \uD83D\uDC1D \u200Fنص");
    }

    @Test
    void textShouldBeMeasuredInCharactersAsAPersonCountsThem() {
        assertThat(PlainText.of("\uD83D\uDC1D".repeat(PlainText.MOST))).isPresent();
        assertThat(PlainText.of("a".repeat(PlainText.MOST + 1))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n ", "a\u0000b", "a\u001B[31mb", "a\uD800b", "abc\u202Egnp.exe", "\u2066a"})
    void textShouldBeRefusedWhenItIsNotToBeRead(String text) {
        assertThat(PlainText.of(text)).isEmpty();
    }
}
