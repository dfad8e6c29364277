package org.essaim.executor.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final String OLD = "old:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = "new:dGVzdGluZy1rZXktb2YtdGhpcnR5LXR3by1ieXRlcyE=";

    private static KeyRing ring(String keys) {
        return KeyRing.parse(keys, new SecureRandom());
    }

    @Test
    void secretShouldOpenWhenTheKeysWereRotated() {
        SealedSecret sealed = ring(OLD).seal(new Secret("token"), "member:account");
        KeyRing rotated = ring(NEW + "," + OLD);

        assertThat(rotated.open(sealed, "member:account")).isEqualTo(new Secret("token"));
        assertThat(rotated.isStale(sealed)).isTrue();
        assertThat(rotated.seal(new Secret("token"), "member:account").keyId()).isEqualTo("new");
    }

    @Test
    void secretShouldNotOpenWhenItWasMovedToAnotherAccount() {
        KeyRing ring = ring(NEW);
        SealedSecret sealed = ring.seal(new Secret("token"), "member:account");

        assertThatThrownBy(() -> ring.open(sealed, "member:other")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secretShouldNotOpenWhenItsKeyIsGone() {
        SealedSecret sealed = ring(OLD).seal(new Secret("token"), "member:account");

        assertThatThrownBy(() -> ring(NEW).open(sealed, "member:account"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("old");
    }

    @Test
    void ringShouldBeRefusedWithoutTellingTheKeyWhenOneIsTooShort() {
        assertThatThrownBy(() -> ring("short:c2VjcmV0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("short")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void textShouldNotTellSecrets() {
        assertThat(new Secret("token").toString()).doesNotContain("token");
        assertThat(ring(NEW).toString()).doesNotContain("dGVzdGlu");
    }
}
