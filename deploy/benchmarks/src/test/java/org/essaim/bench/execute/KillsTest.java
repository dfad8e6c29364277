package org.essaim.bench.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** follow-executor as it is shipped, killed in its work on a real PDS; two hundred kills: {@code ./essaim bench execute --part kill}. */
class KillsTest {

    private static final int KILLS = 6;

    @Test
    @Tag("slow")
    void recordsShouldBeExactlyThePlanWhenTheServiceIsKilledAgainAndAgain() {
        Figures figures = new Figures();

        KillRun.run(KILLS, Duration.ofMinutes(30), figures);

        assertEquals(Integer.toString(KILLS), figures.get("kills"));
        assertEquals("1", figures.get("kill_records_exactly_the_plan"));
        assertEquals(figures.get("kill_planned"), figures.get("kill_records"));
    }
}
