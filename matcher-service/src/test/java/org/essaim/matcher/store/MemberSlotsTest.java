package org.essaim.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.essaim.contracts.MemberId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class MemberSlotsTest {

    /** Few members in many steps, so that slots are given back and out again, and probes run into each other. */
    @RepeatedTest(20)
    void slotsShouldBeThoseOfAMapWhateverIsClaimedAndReleased(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<MemberId, Integer> model = new HashMap<>();
        MemberSlots slots = new MemberSlots();
        for (int step = 0; step < 3000; step++) {
            MemberId member = new MemberId(new UUID(random.nextInt(20), random.nextInt(20)));
            Integer held = model.get(member);
            assertThat(slots.find(member)).isEqualTo(held == null ? MemberSlots.NONE : held);
            if (held != null && random.nextInt(3) == 0) {
                slots.release(held);
                model.remove(member);
            } else {
                int slot = slots.claim(member);
                model.put(member, slot);
                assertThat(slots.isTaken(slot)).isTrue();
                assertThat(slots.member(slot)).isEqualTo(member);
            }
            assertThat(slots.size()).isEqualTo(model.size());
        }
        assertThat(model.values()).doesNotHaveDuplicates();
        for (int slot = 0; slot < slots.end(); slot++) {
            assertThat(slots.isTaken(slot)).isEqualTo(model.containsValue(slot));
        }
    }
}
