package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.essaim.contracts.XId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedOwnerTest {

    private static final XId ID = new XId(1000);

    @ParameterizedTest
    @ValueSource(strings = {"", "keep\0er", "keep er", "keep\ner", "k\u00e9eper", "<b>", "@keeper"})
    void handleShouldBeDroppedWhenXCouldNotHaveGivenIt(String handle) {
        assertThat(new ClaimedOwner(ID, handle, null).handle()).isNull();
    }

    @Test
    void handleShouldBeDroppedWhenItIsTooLong() {
        assertThat(new ClaimedOwner(ID, "k".repeat(51), null).handle()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "Keeper_1000", "_____"})
    void handleShouldBeKeptWhenItIsOne(String handle) {
        assertThat(new ClaimedOwner(ID, handle, null).handle()).isEqualTo(handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kee\0per", "Kee\u001bper", "Kee\u0085per", "\ud83d", "\udc1d\ud83d"})
    void nameShouldBeDroppedWhenItCannotBeShown(String name) {
        assertThat(new ClaimedOwner(ID, null, name).name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Keeper \ud83d\udc1d", "\u990a\u8702\u5bb6", ""})
    void nameShouldBeKeptWhenItCanBeShown(String name) {
        assertThat(new ClaimedOwner(ID, null, name).name()).isEqualTo(name);
    }
}
