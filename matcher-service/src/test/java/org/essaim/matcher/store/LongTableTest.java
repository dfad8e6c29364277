package org.essaim.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class LongTableTest {

    @RepeatedTest(20)
    void tableShouldHoldWhatAMapHoldsWhateverIsPutAndRemoved(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<Long, String> model = new HashMap<>();
        LongTable<String> table = new LongTable<>(String[]::new);
        for (int step = 0; step < 3000; step++) {
            long key = 1L + random.nextInt(300);
            if (random.nextInt(3) == 0) {
                table.remove(key);
                model.remove(key);
            } else {
                table.put(key, "v" + step);
                model.put(key, "v" + step);
            }
            assertThat(table.size()).isEqualTo(model.size());
        }
        for (long key = 1; key <= 300; key++) {
            assertThat(table.get(key)).isEqualTo(model.get(key));
        }
        table.clear();
        assertThat(table.size()).isZero();
        assertThat(table.get(1)).isNull();
    }
}
