package org.essaim.platform.erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.essaim.contracts.ErasureNoted;
import org.essaim.contracts.MemberId;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final String SECRET = "a secret of tests that is long enough";
    private static final MemberId ANA = MemberId.of("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final Instant AT = Instant.parse("2026-11-24T10:15:30.123456789Z");

    private final Marks marks = new Marks("gateway", SECRET);

    /** What stands in journals: another value would no longer find those who were erased before. */
    @Test
    void markShouldNeverChange() {
        assertThat(marks.of(ANA)).isEqualTo("3101e0f01f2b3abf0be690220148be0972407fd6935b88d8e21528970eb679aa");
        assertThat(marks.entry(ANA, AT))
                .isEqualTo(new ErasureNoted(
                        "gateway",
                        marks.of(ANA),
                        AT,
                        "89e76aa39f4c8f5c32fa2c80e94ceab7bc9ce71f402f936e24b55aa3c6e5886e"));
    }

    @Test
    void markShouldBeAnotherForAnotherMemberServiceOrSecret() {
        assertThat(marks.of(MemberId.of("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c")))
                .isNotEqualTo(marks.of(ANA));
        assertThat(new Marks("follow-executor", SECRET).of(ANA)).isNotEqualTo(marks.of(ANA));
        assertThat(new Marks("gateway", SECRET + ".").of(ANA)).isNotEqualTo(marks.of(ANA));
    }

    @Test
    void entryShouldBeOursOnlyAsItWasWritten() {
        ErasureNoted entry = marks.entry(ANA, AT);

        assertThat(marks.isOurs(entry)).isTrue();
        assertThat(marks.isOurs(new ErasureNoted("gateway", entry.mark(), AT.plusSeconds(1), entry.seal())))
                .isFalse();
        assertThat(marks.isOurs(new ErasureNoted("follow-executor", entry.mark(), AT, entry.seal())))
                .isFalse();
        assertThat(marks.isOurs(new ErasureNoted("gateway", entry.seal(), AT, entry.seal())))
                .isFalse();
        assertThat(marks.isOurs(new Marks("gateway", SECRET + ".").entry(ANA, AT)))
                .isFalse();
    }

    @Test
    void secretShouldBeRefusedWhenItIsShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Marks("gateway", "x".repeat(31)))
                .withMessageContaining("essaim.erasures.secret")
                .withMessageNotContaining("xxx");
        assertThat(new Marks("gateway", "x".repeat(32)).of(ANA)).hasSize(64);
    }
}
