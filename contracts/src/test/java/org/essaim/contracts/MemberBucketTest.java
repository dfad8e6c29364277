package org.essaim.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberBucketTest {

    private static final MemberId MEMBER = MemberId.of("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

    @Test
    void bytesShouldNeverChange() {
        assertThat(HexFormat.of().formatHex(new MemberBucket(MEMBER, 63).toBytes()))
                .isEqualTo("0199a1b2c3d47e5f8a6b7c8d9e0f1a2b003f");
    }

    @Test
    void textShouldNeverChange() {
        assertThat(new MemberBucket(MEMBER, 63).asText()).isEqualTo("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b:63");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 255, 256, Short.MAX_VALUE})
    void keyShouldReadBackAsItself(int bucket) {
        MemberBucket key = new MemberBucket(MEMBER, bucket);

        assertThat(MemberBucket.fromBytes(key.toBytes())).isEqualTo(key);
        assertThat(MemberBucket.fromText(key.asText())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Short.MAX_VALUE + 1})
    void bucketShouldBeRefusedWhenItDoesNotFitTheKey(int bucket) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberBucket(MEMBER, bucket));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 17, 19})
    void bytesShouldBeRefusedWhenTheirNumberIsNot18(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> MemberBucket.fromBytes(new byte[length]));
    }

    @Test
    void bytesShouldBeRefusedWhenTheBucketIsNegative() {
        byte[] bytes = new MemberBucket(MEMBER, 0).toBytes();
        bytes[16] = (byte) 0x80;

        assertThatIllegalArgumentException().isThrownBy(() -> MemberBucket.fromBytes(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
                ":1",
                "1-1-1-1-1:1",
                "0199A1B2-C3D4-7E5F-8A6B-7C8D9E0F1A2B:1",
                "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b:",
                "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b:one",
                "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b:-1"
            })
    void textShouldBeRefusedWhenItIsNotMemberAndBucket(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MemberBucket.fromText(text));
    }
}
