package org.essaim.testing.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainersTest {

    @Test
    void embeddedServerShouldStartWhenContainersAreNotWanted() {
        assertThat(start(new Containers(false, () -> true))).isEqualTo("embedded");
    }

    @Test
    void containerShouldStartWhenWantedAndDockerAnswers() {
        assertThat(start(new Containers(true, () -> true))).isEqualTo("container");
    }

    @Test
    void startShouldFailWithTheWayOutWhenDockerIsAbsent() {
        assertThatThrownBy(() -> start(new Containers(true, () -> false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dessaim.containers=true needs Docker");
    }

    private static String start(Containers containers) {
        return containers.start(() -> "embedded", () -> "container");
    }
}
