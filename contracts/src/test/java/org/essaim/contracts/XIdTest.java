package org.essaim.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "9007199254740993", "1489233761242947586", "9223372036854775807"})
    void idShouldReadBackAsItself(String text) {
        assertThat(XId.of(text).asString()).isEqualTo(text);
        assertThat(XId.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "+1",
                "01",
                " 1",
                "1 ",
                "1.0",
                "1e3",
                "0x1",
                "ana",
                "١٢",
                "9223372036854775808",
                "18446744073709551615",
                "10000000000000000000"
            })
    void idShouldBeRefusedWhenItIsNotAPositiveDecimalNumber(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> XId.of(text));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void numberShouldBeRefusedWhenItIsNotPositive(long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new XId(value));
    }

    @Test
    void idsShouldSortByNumber() {
        assertThat(XId.of("9")).isLessThan(XId.of("10"));
    }
}
