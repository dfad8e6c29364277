package org.essaim.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberMatches;
import org.essaim.matcher.store.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An old record is sent again to a topic that keeps only the last of each key. */
class OutdatedRecordsTest {

    private static final int BUCKET = 3;

    private final Person bea = Person.owning(20);
    private final Person ana = Person.owning(10).following(bea.xId()).inGeneration(6);
    private final MatchFollows matching = new MatchFollows(BUCKET);

    @AfterEach
    void close() {
        matching.close();
    }

    /** Ana's matches stood as of generation 7; compaction left her generation 6 alone. */
    private List<MatchesChange> restored() {
        matching.published(ana.member(), Standing.of(new MemberMatches(ana.member(), BUCKET, 7, 5, List.of())));
        matching.replay(bea.arrives());
        matching.replay(ana.brings());
        return matching.settle(Set.of(), 9);
    }

    private static MemberMatches only(List<MatchesChange> changes) {
        assertThat(changes).hasSize(1);
        return ((MatchesChange.Standing) changes.getFirst()).matches();
    }

    @Test
    void olderListShouldMatchNobodyWhenTheNewestIsCompactedAway() {
        assertThat(restored())
                .as("generation 7 stands, without matches, as it stood")
                .isEmpty();
        assertThat(matching.figures().outdatedKeys()).isEqualTo(1);
        assertThat(matching.isListOutdated(ana.member())).isTrue();
    }

    @Test
    void matchesOfTheNewestListShouldGoWhenOnlyAnOlderOneIsLeft() {
        matching.replay(bea.arrives());
        matching.replay(ana.inGeneration(7).brings());
        MemberMatches stood = only(matching.settle(Set.of(), 9));
        assertThat(stood.matches()).hasSize(1);

        try (MatchFollows next = new MatchFollows(BUCKET)) {
            next.published(ana.member(), Standing.of(stood));
            next.replay(bea.arrives());
            next.replay(ana.brings());
            MemberMatches told = only(next.settle(Set.of(), 10));

            assertThat(told.generation()).isEqualTo(7);
            assertThat(told.matches()).isEmpty();
        }
    }

    @Test
    void outdatedKeyShouldTakeNoOlderListAndMatchAgainWithTheNewest() {
        restored();

        assertThat(matching.match(List.of(ana.brings()), 10)).isEmpty();
        assertThat(only(matching.match(List.of(ana.inGeneration(7).brings()), 11))
                        .matches())
                .hasSize(1);
        assertThat(matching.figures().outdatedKeys()).isZero();
    }

    @Test
    void outdatedKeyShouldBeginAnewWhenItIsErased() {
        restored();

        assertThat(matching.match(List.of(ana.takesListAway()), 10)).hasSize(1);
        assertThat(matching.figures().outdatedKeys()).isZero();
        assertThat(only(matching.match(List.of(ana.inGeneration(1).brings()), 11))
                        .generation())
                .isEqualTo(1);
    }

    @Test
    void listAfterAnErasureShouldStandThoughItsGenerationIsLowerThanWhatWasPublished() {
        matching.published(ana.member(), Standing.of(new MemberMatches(ana.member(), BUCKET, 7, 5, List.of())));
        matching.replay(ana.takesListAway());
        matching.replay(ana.brings());

        assertThat(only(matching.settle(Set.of(), 9)).generation()).isEqualTo(6);
    }

    @Test
    void olderIdentityShouldCountUntilItsOwnerPublishesTheKeyAgain() {
        Person hidden = bea.inGeneration(2).findableBy(Findability.NOBODY);
        matching.match(List.of(ana.brings(), hidden.arrives(), bea.arrives()), 3);

        assertThat(matching.figures().outdatedKeys()).isEqualTo(1);
        assertThat(matching.figures().standingMatches()).isZero();

        matching.match(List.of(hidden.arrives()), 4);

        assertThat(matching.figures().outdatedKeys()).isZero();
    }
}
