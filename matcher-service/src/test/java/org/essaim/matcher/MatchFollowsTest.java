package org.essaim.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Findability;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.XId;
import org.essaim.matcher.store.Standing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatchFollowsTest {

    private static final int BUCKET = 3;

    private final Person ana = Person.owning(10).following(20L);
    private final Person bea = Person.owning(20);

    private MatchFollows matching = new MatchFollows(BUCKET);
    private long revision;

    private List<MatchesChange> tell(BucketInput input) {
        revision++;
        return matching.match(List.of(input), revision);
    }

    private MemberMatches only(List<MatchesChange> changes) {
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst()).isInstanceOf(MatchesChange.Standing.class);
        return ((MatchesChange.Standing) changes.getFirst()).matches();
    }

    private List<Match> matchesAfter(BucketInput first, BucketInput second) {
        tell(first);
        return only(tell(second)).matches();
    }

    @Nested
    class Meeting {

        @Test
        void listShouldMeetTheIdentityThatWasThere() {
            tell(bea.arrives());

            MemberMatches standing = only(tell(ana.brings()));

            assertThat(standing.member()).isEqualTo(ana.member());
            assertThat(standing.bucket()).isEqualTo(BUCKET);
            assertThat(standing.revision()).isEqualTo(revision);
            assertThat(standing.matches()).extracting(Match::who).containsExactly(bea.member());
        }

        @Test
        void identityShouldMeetTheListThatWasThere() {
            tell(ana.brings());

            assertThat(only(tell(bea.arrives())).matches())
                    .extracting(Match::who)
                    .containsExactly(bea.member());
        }

        @Test
        void newListShouldBeToldOfWhenNothingMatches() {
            MemberMatches standing = only(tell(ana.following().brings()));

            assertThat(standing.generation()).isEqualTo(1);
            assertThat(standing.matches()).isEmpty();
        }

        @Test
        void newGenerationShouldBeCarriedWhenTheMatchesAreEqual() {
            matchesAfter(ana.brings(), bea.arrives());

            MemberMatches standing = only(tell(ana.inGeneration(2).brings()));

            assertThat(standing.generation()).isEqualTo(2);
            assertThat(standing.matches()).extracting(Match::who).containsExactly(bea.member());
        }

        @Test
        void repeatShouldChangeNothing() {
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(tell(ana.brings())).isEmpty();
            assertThat(tell(bea.arrives())).isEmpty();
        }

        @Test
        void olderGenerationShouldBeIgnored() {
            matchesAfter(ana.inGeneration(2).brings(), bea.inGeneration(2).arrives());

            assertThat(tell(ana.following().brings())).isEmpty();
            assertThat(tell(bea.at().arrives())).isEmpty();
        }

        @Test
        void everyFollowerShouldHearOfAnArrival() {
            Person cleo = Person.owning(30).following(20L);
            tell(ana.brings());
            tell(cleo.brings());

            assertThat(tell(bea.arrives()))
                    .extracting(change -> change.key().member())
                    .containsExactlyInAnyOrder(ana.member(), cleo.member());
        }
    }

    @Nested
    class WhatAMatchSays {

        @Test
        void matchShouldRestOnTheFollowAloneWhenTheOtherDidNotFollow() {
            Match match = matchesAfter(ana.claiming().brings(), bea.arrives()).getFirst();

            assertThat(match.evidence()).containsExactly(Evidence.FOLLOWED);
            assertThat(match.mutual()).isFalse();
            assertThat(match.assurance()).isEqualTo(Assurance.PROVEN);
            assertThat(match.finderAssurance()).isEqualTo(Assurance.CLAIMED);
            assertThat(match.targets()).isEqualTo(bea.targets());
            assertThat(match.closeness()).isZero();
        }

        @Test
        void matchShouldBeMutualWhenBothFollowed() {
            Match match =
                    matchesAfter(ana.followedBy(20L).brings(), bea.arrives()).getFirst();

            assertThat(match.evidence()).containsExactly(Evidence.FOLLOWED, Evidence.FOLLOWED_ME);
            assertThat(match.mutual()).isTrue();
        }

        @Test
        void matchShouldCarryTheClosenessOfThatFollowing() {
            tell(bea.arrives());
            FollowList ranked = new FollowList(
                    1, new XId(10), Assurance.PROVEN, IdSet.of(15, 20), IdSet.EMPTY, IdSet.EMPTY, new int[] {0, 7});

            MemberMatches standing = only(tell(new BucketInput.ListBrought(ana.member(), PackedFollowList.of(ranked))));

            assertThat(standing.matches()).extracting(Match::closeness).containsExactly(7);
        }

        @Test
        void matchesShouldStandInTheOrderOfTheXIds() {
            Person cleo = Person.owning(15);
            tell(ana.following(20L, 15L).brings());
            tell(bea.arrives());

            assertThat(only(tell(cleo.arrives())).matches())
                    .extracting(Match::who)
                    .containsExactly(cleo.member(), bea.member());
        }

        @Test
        void followersShouldHearWhenTheAccountChanges() {
            matchesAfter(ana.brings(), bea.arrives());

            Person moved = bea.at(Person.account("elsewhere")).inGeneration(2);

            assertThat(only(tell(moved.arrives())).matches().getFirst().targets())
                    .isEqualTo(moved.targets());
        }
    }

    @Nested
    class WhoIsNeverFound {

        @Test
        void claimedAccountShouldNotBeFound() {
            tell(bea.claiming().arrives());

            assertThat(only(tell(ana.brings())).matches()).isEmpty();
        }

        @Test
        void accountWithoutTargetShouldNotBeFound() {
            tell(bea.at().arrives());

            assertThat(only(tell(ana.brings())).matches()).isEmpty();
        }

        @Test
        void memberShouldNotFindThemselves() {
            Person self = Person.as(ana.member(), 20);
            tell(self.arrives());

            assertThat(only(tell(ana.brings())).matches()).isEmpty();
        }

        @Test
        void rivalClaimShouldNotHideTheProvenOwner() {
            Person rival = Person.as(Person.owning(99).member(), 20).claiming();
            tell(rival.arrives());

            assertThat(matchesAfter(ana.brings(), bea.arrives()))
                    .extracting(Match::who)
                    .containsExactly(bea.member());
        }

        @Test
        void twoProofsOfOneAccountShouldFindNobodyUntilOneIsDisplaced() {
            Person rival = Person.as(Person.owning(99).member(), 20).at(Person.account("rival"));
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(only(tell(rival.arrives())).matches()).isEmpty();
            assertThat(only(tell(bea.inGeneration(2).claiming().arrives())).matches())
                    .extracting(Match::who)
                    .containsExactly(rival.member());
        }

        @Test
        void secondProofShouldHideTheFirstEvenWhenItIsFindableByNobody() {
            Person rival = Person.as(Person.owning(99).member(), 20).findableBy(Findability.NOBODY);
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(only(tell(rival.arrives())).matches()).isEmpty();
        }

        @Test
        void finderShouldNotFindWhomTheyBlock() {
            tell(bea.arrives());

            assertThat(only(tell(ana.blocking(20L).brings())).matches()).isEmpty();
        }

        @Test
        void finderShouldNotFindWhoBlocksThem() {
            tell(bea.blocking(10L).arrives());

            assertThat(only(tell(ana.brings())).matches()).isEmpty();
        }

        @Test
        void blockThatComesLaterShouldWithdrawTheMatch() {
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(only(tell(bea.blocking(10L).inGeneration(2).arrives())).matches())
                    .isEmpty();
        }

        @Test
        void personFindableByNobodyShouldNotBeFound() {
            tell(bea.findableBy(Findability.NOBODY).following(10L).arrives());

            assertThat(only(tell(ana.brings())).matches()).isEmpty();
        }
    }

    @Nested
    class FindableByPeopleIFollowToo {

        private final Person choosy = bea.findableBy(Findability.PEOPLE_I_FOLLOW_TOO);

        @Test
        void provenFinderWhomTheyFollowShouldFindThem() {
            assertThat(matchesAfter(ana.brings(), choosy.following(10L).arrives()))
                    .hasSize(1);
        }

        @Test
        void provenFinderWhomTheyDoNotFollowShouldNotFindThem() {
            tell(choosy.following(11L).arrives());

            assertThat(only(tell(ana.brings())).matches()).isEmpty();
        }

        @Test
        void finderWhoOnlyClaimsShouldNotFindThem() {
            tell(choosy.following(10L).arrives());

            assertThat(only(tell(ana.claiming().brings())).matches()).isEmpty();
        }

        @Test
        void finderWhoOnlyClaimsShouldFindEveryonesFindable() {
            assertThat(matchesAfter(ana.claiming().brings(), bea.arrives())).hasSize(1);
        }

        @Test
        void finderShouldFindThemOnceTheirOwnAccountIsProven() {
            tell(choosy.following(10L).arrives());
            tell(ana.claiming().brings());

            assertThat(only(tell(ana.inGeneration(2).brings())).matches()).hasSize(1);
        }
    }

    @Nested
    class WhatIsWithdrawn {

        @Test
        void identityThatGoesShouldTakeItsMatchesAlong() {
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(only(tell(bea.leaves())).matches()).isEmpty();
        }

        @Test
        void consentThatIsWithdrawnShouldTakeTheMatchesAlong() {
            matchesAfter(ana.brings(), bea.arrives());

            Person hidden = bea.inGeneration(2).findableBy(Findability.NOBODY);

            assertThat(only(tell(hidden.arrives())).matches()).isEmpty();
        }

        @Test
        void followThatVanishesFromTheListShouldVanishFromTheMatches() {
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(only(tell(ana.following(21L).inGeneration(2).brings())).matches())
                    .isEmpty();
        }

        @Test
        void listThatIsErasedShouldLeaveATombstoneOnce() {
            matchesAfter(ana.brings(), bea.arrives());

            assertThat(tell(ana.takesListAway()))
                    .containsExactly(new MatchesChange.Gone(new MemberBucket(ana.member(), BUCKET), 0));
            assertThat(tell(ana.takesListAway())).isEmpty();
        }

        @Test
        void erasedMemberShouldBeginAnewFromTheFirstGeneration() {
            tell(ana.inGeneration(9).brings());
            tell(ana.takesListAway());

            assertThat(only(tell(ana.brings())).generation()).isEqualTo(1);
        }

        @Test
        void tombstoneOfAnUnknownIdentityShouldChangeNothing() {
            tell(ana.brings());

            assertThat(tell(bea.leaves())).isEmpty();
        }
    }

    @Nested
    class Restored {

        private void restart() {
            matching = new MatchFollows(BUCKET);
        }

        @Test
        void settledBucketShouldSayNothingWhenWhatStandsIsRight() {
            tell(ana.brings());
            MemberMatches stood = only(tell(bea.arrives()));
            restart();
            matching.published(ana.member(), Standing.of(stood));
            matching.replay(bea.arrives());
            matching.replay(ana.brings());

            assertThat(matching.settle(Set.of(), 9)).isEmpty();
        }

        @Test
        void settledBucketShouldTellOnlyWhatDiffers() {
            matching.published(ana.member(), Standing.of(new MemberMatches(ana.member(), BUCKET, 1, 5, List.of())));
            matching.replay(ana.brings());
            matching.replay(bea.brings());
            matching.published(bea.member(), Standing.of(new MemberMatches(bea.member(), BUCKET, 1, 6, List.of())));
            matching.replay(bea.arrives());

            MemberMatches told = only(matching.settle(Set.of(), 9));

            assertThat(told.member()).isEqualTo(ana.member());
            assertThat(told.revision()).isEqualTo(9);
            assertThat(told.matches()).hasSize(1);
        }

        @Test
        void publishedMatchesShouldGoWhenTheListIsGone() {
            matching.published(ana.member(), Standing.of(new MemberMatches(ana.member(), BUCKET, 1, 5, List.of())));

            assertThat(matching.settle(Set.of(), 9))
                    .containsExactly(
                            new MatchesChange.Gone(new MemberBucket(ana.member(), BUCKET), MatchesChange.RESTORE));
        }

        @Test
        void tombstoneOfPublishedMatchesShouldCountAsNothingPublished() {
            matching.published(ana.member(), Standing.of(new MemberMatches(ana.member(), BUCKET, 1, 5, List.of())));
            matching.published(ana.member(), null);

            assertThat(matching.settle(Set.of(), 9)).isEmpty();
        }

        @Test
        void unreadablePublishedMatchesShouldBeReplaced() {
            matching.published(ana.member(), Standing.UNREADABLE);
            matching.replay(ana.brings());

            assertThat(only(matching.settle(Set.of(), 9)).generation()).isEqualTo(1);
        }

        @Test
        void listThatCannotBeReadShouldKeepItsKeyWithoutMatches() {
            List<Match> stood = matchesAfter(bea.arrives(), ana.brings());
            restart();
            matching.published(ana.member(), Standing.of(new MemberMatches(ana.member(), BUCKET, 4, 5, stood)));

            MemberMatches told = only(matching.settle(Set.of(ana.member()), 9));

            assertThat(told.generation()).isEqualTo(4);
            assertThat(told.matches()).isEmpty();
        }
    }

    @Test
    void figuresShouldCountWhatTheBucketHolds() {
        tell(ana.following(20L, 21L).followedBy(20L).brings());
        tell(bea.arrives());
        tell(Person.as(Person.owning(99).member(), 20).claiming().arrives());

        assertThat(matching.figures()).isEqualTo(new BucketFigures(1, 3, 2, 1, 0));

        tell(ana.takesListAway());
        tell(bea.leaves());

        assertThat(matching.figures()).isEqualTo(new BucketFigures(0, 0, 1, 0, 0));
    }
}
