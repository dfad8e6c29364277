package org.essaim.ingest.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeysTest {

    private static final String NEW =
            "new:" + Base64.getEncoder().encodeToString("n".repeat(32).getBytes(UTF_8));
    private static final String OLD =
            "old:" + Base64.getEncoder().encodeToString("o".repeat(32).getBytes(UTF_8));
    private static final byte[] PLAIN = "whom I follow".getBytes(UTF_8);
    private static final byte[] ABOUT = "member 1".getBytes(UTF_8);

    @Test
    void sealedBytesShouldOpenAndTellNothing() {
        SealingKeys keys = SealingKeys.parse(NEW);

        SealedBytes sealed = keys.sealer().seal(PLAIN, ABOUT);

        assertThat(sealed.keyId()).isEqualTo("new");
        assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("follow");
        assertThat(keys.open(sealed, ABOUT)).isEqualTo(PLAIN);
    }

    @Test
    void sameBytesShouldNeverBeSealedTheSameWay() {
        SealingKeys keys = SealingKeys.parse(NEW);

        assertThat(keys.sealer().seal(PLAIN, ABOUT).bytes())
                .isNotEqualTo(keys.sealer().seal(PLAIN, ABOUT).bytes());
    }

    @Test
    void olderKeyShouldOpenAndNotSealAfterRotation() {
        SealedBytes sealed = SealingKeys.parse(OLD).sealer().seal(PLAIN, ABOUT);
        SealingKeys rotated = SealingKeys.parse(NEW + "," + OLD);

        assertThat(rotated.open(sealed, ABOUT)).isEqualTo(PLAIN);
        assertThat(rotated.sealer().seal(PLAIN, ABOUT).keyId()).isEqualTo("new");
    }

    @Test
    void rowMovedElsewhereShouldNotOpen() {
        SealingKeys keys = SealingKeys.parse(NEW);
        SealedBytes sealed = keys.sealer().seal(PLAIN, ABOUT);

        assertThatThrownBy(() -> keys.open(sealed, "member 2".getBytes(UTF_8))).isInstanceOf(UnsealableException.class);
    }

    @Test
    void changedRowShouldNotOpen() {
        SealingKeys keys = SealingKeys.parse(NEW);
        byte[] bytes = keys.sealer().seal(PLAIN, ABOUT).bytes();
        bytes[20] ^= 1;

        assertThatThrownBy(() -> keys.open(new SealedBytes("new", bytes), ABOUT))
                .isInstanceOf(UnsealableException.class);
    }

    @Test
    void rowOfAnUnknownKeyShouldNameTheKey() {
        SealedBytes sealed = SealingKeys.parse(OLD).sealer().seal(PLAIN, ABOUT);

        assertThatThrownBy(() -> SealingKeys.parse(NEW).open(sealed, ABOUT))
                .isInstanceOf(UnsealableException.class)
                .hasMessageContaining("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "k:", "k:AAAA", "k:not base64!", ":AAAA", "a key:AAAA"})
    void keysThatAreNoneShouldBeRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> SealingKeys.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void keyIdTwiceShouldBeRefused() {
        assertThatThrownBy(() -> SealingKeys.parse(NEW + "," + NEW)).isInstanceOf(IllegalArgumentException.class);
    }
}
