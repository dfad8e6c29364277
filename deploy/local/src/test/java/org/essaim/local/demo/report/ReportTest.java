package org.essaim.local.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final TrapVerdict AVOIDED = new TrapVerdict("findable by nobody", true, "no follow planned");
    private static final TrapVerdict FALLEN_INTO = new TrapVerdict("findable by nobody", false, "followed on Bluesky");

    @Test
    void reportShouldBeRightWhenTheNetworksAreAndEveryTrapIsAvoided() {
        assertThat(report(true, AVOIDED).right()).isTrue();
    }

    @Test
    void reportShouldBeWrongWhenTheNetworksShowSomethingElse() {
        assertThat(report(false, AVOIDED).right()).isFalse();
    }

    @Test
    void reportShouldBeWrongWhenATrapWasFallenInto() {
        assertThat(report(true, FALLEN_INTO).right()).isFalse();
    }

    @Test
    void tableShouldNameTrapsAndFigures() {
        assertThat(report(true, FALLEN_INTO).lines())
                .anyMatch(line -> line.contains("✗ findable by nobody") && line.endsWith("followed on Bluesky"))
                .anyMatch(line -> line.contains("BLUESKY") && line.endsWith("62 followed"))
                .endsWith("NOT as it should be.");
    }

    @Test
    void fileShouldHoldTheVerdict(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("verdict.json");

        report(true, AVOIDED).write(file);

        assertThat(Files.readString(file)).contains("\"right\" : true").contains("\"avoided\" : true");
    }

    private static Report report(boolean networksRight, TrapVerdict trap) {
        return new Report(
                373,
                Map.of("BLUESKY", 66),
                Map.of("FOLLOWED", 66),
                Map.of("BLUESKY", Map.of("FOLLOWED", 62)),
                List.of(trap),
                networksRight,
                1.5,
                120,
                Map.of("gateway", 180L));
    }
}
