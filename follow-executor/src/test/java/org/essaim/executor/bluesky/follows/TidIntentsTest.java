package org.essaim.executor.bluesky.follows;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.essaim.contracts.Network;
import org.junit.jupiter.api.Test;

class TidIntentsTest {

    private final TidIntents intents = new TidIntents(new SecureRandom());

    @Test
    void recordKeysShouldGrowAndBeWellFormedWhenTheClockStandsStill() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(intents.next(Network.BLUESKY, now).recordKey());
        }

        assertThat(keys)
                .allMatch(key -> key.matches("[234567a-j][2-7a-z]{12}"))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
