package org.essaim.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.essaim.local.MisuseException;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    @Test
    void demoShouldKeepNothingAndKillNobodyWhenNothingIsSaid() {
        assertThat(DemoOptions.of(List.of())).isEqualTo(new DemoOptions(false, Optional.empty()));
    }

    @Test
    void optionsShouldBeUnderstoodInAnyOrder() {
        assertThat(DemoOptions.of(List.of("--kill", "gateway", "--keep")))
                .isEqualTo(new DemoOptions(true, Optional.of("gateway")));
    }

    @Test
    void killShouldBeRefusedWhenItNamesNoService() {
        assertThatThrownBy(() -> DemoOptions.of(List.of("--kill", "kafka")))
                .isInstanceOf(MisuseException.class)
                .hasMessage("--kill takes one of archive-ingest, matcher-service, follow-executor, gateway");
        assertThatThrownBy(() -> DemoOptions.of(List.of("--kill"))).isInstanceOf(MisuseException.class);
    }

    @Test
    void unknownOptionShouldBeRefused() {
        assertThatThrownBy(() -> DemoOptions.of(List.of("--fast")))
                .isInstanceOf(MisuseException.class)
                .hasMessageContaining("not --fast");
    }
}
