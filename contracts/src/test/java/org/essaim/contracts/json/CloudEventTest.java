package org.essaim.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.essaim.contracts.FollowPlan;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.UploadEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final ListsErased ERASED = new ListsErased(MemberId.of("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"), AT);
    private static final CloudEvent EVENT = new CloudEvent("e-1", "/essaim/gateway", AT, ERASED);

    @Test
    void headersShouldBeThoseOfTheBinaryMode() {
        assertThat(EVENT.headers())
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "e-1"),
                        entry("ce_type", "org.essaim.ListsErased.v1"),
                        entry("ce_source", "/essaim/gateway"),
                        entry("ce_time", "2026-11-22T10:15:30Z"),
                        entry("content-type", "application/json"));
    }

    @Test
    void valueShouldBeTheRecordAlone() {
        assertThat(new String(EVENT.value(), StandardCharsets.UTF_8)).isEqualTo("""
                        {"member":"0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b","at":"2026-11-22T10:15:30Z"}""");
    }

    @Test
    void idShouldBeTheSameWhenTheCauseIs() {
        String first =
                CloudEvent.causedBy("upload-1", "/essaim/gateway", AT, ERASED).id();

        assertThat(CloudEvent.causedBy("upload-1", "/essaim/gateway", AT.plusSeconds(9), ERASED)
                        .id())
                .isEqualTo(first)
                .isEqualTo("be58502f-31ac-3937-9f49-405cce2d753f");
        assertThat(CloudEvent.causedBy("upload-2", "/essaim/gateway", AT, ERASED)
                        .id())
                .isNotEqualTo(first);
    }

    @Test
    void typesShouldNameEveryRecordThatTravelsAsJson() {
        assertThat(CloudEvent.types())
                .hasSize(18)
                .allSatisfy((ceType, type) -> assertThat(ceType).isEqualTo(CloudEvent.typeOf(type)));
    }

    @Test
    void recordShouldBeReadByItsType() throws UnreadableEventException {
        assertThat(CloudEvent.read("org.essaim.ListsErased.v1", EVENT.value(), UploadEvent.class))
                .isEqualTo(ERASED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "org.essaim.ListsErased.v2", "org.essaim.ListsErased", "java.lang.String"})
    void recordShouldBeUnreadableWhenItsTypeIsUnknown(String ceType) {
        assertThatThrownBy(() -> CloudEvent.read(ceType, EVENT.value(), UploadEvent.class))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void recordShouldBeUnreadableWhenItsTypeBelongsElsewhere() {
        assertThatThrownBy(() -> CloudEvent.read("org.essaim.ListsErased.v1", EVENT.value(), FollowPlan.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("FollowPlan");
    }
}
