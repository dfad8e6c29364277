package org.essaim.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.XId;
import org.essaim.ingest.archive.ArchiveContents;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.Closeness;
import org.essaim.ingest.archive.HandleSighting;
import org.essaim.ingest.archive.ListName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of lists when only some of them are brought again. */
class SuccessionTest {

    private static final Instant BEFORE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-01-01T00:00:00Z");

    private static final ArchiveContents STANDS = new ArchiveContents(
            new ClaimedOwner(new XId(1000), "keeper", "Keeper"),
            BEFORE,
            IdSet.of(1, 2, 3),
            IdSet.of(3, 4),
            IdSet.of(8, 9),
            IdSet.of(7),
            Closeness.of(3, 1),
            List.of(seen(3, "three", BEFORE), seen(4, "four", BEFORE)),
            Set.of(),
            List.of("account.js: is odd."));

    private static HandleSighting seen(long id, String handle, Instant at) {
        return new HandleSighting(new XId(id), handle, at);
    }

    private static Set<ListName> allBut(ListName... whole) {
        Set<ListName> others = EnumSet.allOf(ListName.class);
        others.removeAll(List.of(whole));
        return others;
    }

    private static ArchiveContents followings(@Nullable Instant generatedAt, long... ids) {
        return new ArchiveContents(
                new ClaimedOwner(new XId(1000), null, null),
                generatedAt,
                IdSet.of(ids),
                IdSet.EMPTY,
                IdSet.EMPTY,
                IdSet.EMPTY,
                Closeness.NONE,
                List.of(),
                allBut(ListName.FOLLOWINGS),
                List.of());
    }

    private static ArchiveContents blocks(Set<ListName> incomplete, long... ids) {
        return new ArchiveContents(
                STANDS.owner(),
                AFTER,
                STANDS.followings(),
                STANDS.followers(),
                IdSet.of(ids),
                STANDS.mutes(),
                STANDS.closeness(),
                STANDS.sightings(),
                incomplete,
                List.of("block.js: breaks off at byte 90."));
    }

    private static ArchiveContents next(ArchiveContents upload) {
        return new Succession(upload, STANDS).contents();
    }

    @Test
    void loneListShouldReplaceItsOwnAndKeepTheOthers() {
        ArchiveContents next = next(followings(null, 2, 5));

        assertThat(next.followings()).isEqualTo(IdSet.of(2, 5));
        assertThat(next.followers()).isEqualTo(STANDS.followers());
        assertThat(next.blocks()).isEqualTo(STANDS.blocks());
        assertThat(next.mutes()).isEqualTo(STANDS.mutes());
        assertThat(next.incomplete()).isEmpty();
        assertThat(next.owner()).isEqualTo(STANDS.owner());
        assertThat(next.problems())
                .containsExactly("Kept from what you brought before, as this does not give them whole: your followers,"
                        + " accounts you block, accounts you mute, whom you wrote to most, handles in your posts.");
    }

    @Test
    void closenessShouldGoWithWhomThePersonFollowsNoMore() {
        ArchiveContents next = next(followings(null, 1, 2));

        assertThat(next.closeness()).isEqualTo(Closeness.of(1));
        assertThat(next.sightings()).containsExactly(seen(3, "three", BEFORE), seen(4, "four", BEFORE));
        assertThat(next(followings(null, 3)).closeness()).isEqualTo(Closeness.of(3));
    }

    @Test
    void listThatBreaksOffShouldAddAndTakeNothingAway() {
        ArchiveContents next = next(blocks(Set.of(ListName.BLOCKS), 9, 10));

        assertThat(next.blocks()).isEqualTo(IdSet.of(8, 9, 10));
        assertThat(next.problems())
                .containsExactly(
                        "block.js: breaks off at byte 90.",
                        "Kept from what you brought before, as this does not give them whole: accounts you block.");
    }

    @Test
    void listThatIsThereAndEmptyShouldReplace() {
        assertThat(next(blocks(Set.of())).blocks()).isEqualTo(IdSet.EMPTY);
    }

    @Test
    void newestHandleShouldStayWhenPostsBreakOff() {
        ArchiveContents posts = new ArchiveContents(
                STANDS.owner(),
                AFTER,
                STANDS.followings(),
                STANDS.followers(),
                STANDS.blocks(),
                STANDS.mutes(),
                Closeness.of(2),
                List.of(seen(3, "drei", AFTER)),
                Set.of(ListName.CLOSENESS, ListName.SIGHTINGS),
                List.of());

        assertThat(next(posts).sightings()).containsExactly(seen(3, "drei", AFTER), seen(4, "four", BEFORE));
        assertThat(next(posts).closeness()).isEqualTo(Closeness.of(2));
    }

    @Test
    void ageShouldBeThatOfTheNewestThatIsInIt() {
        assertThat(next(followings(null, 1)).generatedAt()).isEqualTo(BEFORE);
        assertThat(next(followings(AFTER, 1)).generatedAt()).isEqualTo(AFTER);
        assertThat(next(followings(Instant.EPOCH, 1)).generatedAt()).isEqualTo(BEFORE);
        assertThat(next(blocks(Set.of()).ofUnknownAge()).generatedAt()).isNull();
    }

    @Test
    void listShouldStayIncompleteUntilItIsBroughtWhole() {
        ArchiveContents first = followings(null, 1);
        ArchiveContents second = new Succession(followings(null, 2), first).contents();

        assertThat(second.incomplete()).isEqualTo(allBut(ListName.FOLLOWINGS));
        assertThat(second.followings()).isEqualTo(IdSet.of(2));
        assertThat(second.problems()).isEmpty();
        assertThat(new Succession(blocks(Set.of(), 9), second).contents().incomplete())
                .isEmpty();
    }
}
