package org.essaim.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.essaim.contracts.ArchiveIngested;
import org.essaim.contracts.GrantLinked;
import org.essaim.contracts.ListsErased;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XAccountProven;
import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final MemberId MEMBER = MemberId.of("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");

    @Test
    void largeIdShouldStayExact() throws UnreadableEventException {
        XAccountProven proven = new XAccountProven(MEMBER, new XId(Long.MAX_VALUE), AT);

        assertThat(written(proven)).contains("\"provenXId\":\"9223372036854775807\"");
        assertThat(EventJson.read(EventJson.write(proven), XAccountProven.class))
                .isEqualTo(proven);
    }

    @Test
    void absentFieldShouldNotBeWritten() throws UnreadableEventException {
        XAccountProven gone = new XAccountProven(MEMBER, null, AT);

        assertThat(written(gone)).doesNotContain("provenXId");
        assertThat(EventJson.read(EventJson.write(gone), XAccountProven.class)).isEqualTo(gone);
    }

    @Test
    void nullShouldMeanAbsentWhenTheFieldIsOptional() throws UnreadableEventException {
        assertThat(read("{'member':'%s','provenXId':null,'at':'%s'}".formatted(MEMBER, AT), XAccountProven.class)
                        .provenXId())
                .isNull();
    }

    @Test
    void unknownFieldShouldBePassedOver() throws UnreadableEventException {
        assertThat(read("{'member':'%s','at':'%s','mood':{'is':'good'}}".formatted(MEMBER, AT), ListsErased.class))
                .isEqualTo(new ListsErased(MEMBER, AT));
    }

    @Test
    void writtenRecordShouldHoldNothingButItsComponents() {
        GrantLinked linked = new GrantLinked(
                MEMBER, new TargetAccount(Network.BLUESKY, "did:plc:a", "ana.bsky.social"), List.of(), true, 1, AT);

        assertThat(written(linked)).isEqualTo("""
                        {"member":"0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",\
                        "account":{"network":"BLUESKY","id":"did:plc:a","handle":"ana.bsky.social"},\
                        "scopes":[],"canFollow":true,"version":1,"at":"2026-11-22T10:15:30Z"}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "'text'",
                "{",
                "{'member':null,'at':'2026-11-22T10:15:30Z'}",
                "{'member':'0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b'}",
                "{'member':'0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b','at':''}",
                "{'member':'0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b','at':'2026-11-22T10:15:30Z'} more"
            })
    void recordShouldBeUnreadableWhenItIsNotWhole(String json) {
        assertThatThrownBy(() -> read(json, ListsErased.class)).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "'1'", "true", "null", "1e30"})
    void recordShouldBeUnreadableWhenACountIsNoWholeNumber(String count) {
        String json = "{'followings':%s,'followers':1,'blocks':1,'mutes':1}".formatted(count);

        assertThatThrownBy(() -> read(json, ArchiveIngested.Counts.class)).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'MYSPACE'", "0", "''", "null", "'bluesky'"})
    void recordShouldBeUnreadableWhenAnEnumValueIsUnknown(String network) {
        String json = "{'network':%s,'id':'did:plc:a','handle':'a'}".formatted(network);

        assertThatThrownBy(() -> read(json, TargetAccount.class)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void recordShouldBeUnreadableWhenAListHoldsNull() {
        String json =
                "{'member':'%s','account':{'network':'BLUESKY','id':'did:plc:a','handle':'a'},'scopes':[null],'canFollow':true,'version':1,'at':'%s'}"
                        .formatted(MEMBER, AT);

        assertThatThrownBy(() -> read(json, GrantLinked.class)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void messageShouldNotRepeatWhatCouldNotBeRead() {
        assertThatThrownBy(() -> read("{'member':'ana@example.social'}", ListsErased.class))
                .hasMessageNotContaining("ana@");
    }

    @Test
    void valueShouldBeRefusedWhenItIsNoRecord() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventJson.write(new Object()));
    }

    private static String written(Object event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    private static <T> T read(String json, Class<T> type) throws UnreadableEventException {
        return EventJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
    }
}
