package org.essaim.matcher.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.IdSet;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Network;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.TargetAccount;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.EventJson;
import org.essaim.matcher.BucketInput;
import org.essaim.matcher.MatchFollows;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MatchesJsonTest {

    private final MatchFollows matching = new MatchFollows(3);
    private final MatchesJson json = new MatchesJson();
    private final Person ana = Person.owning(10);
    private final Person bea = Person.owning(20);
    private final Person cleo = Person.owning(1_489_233_761_242_947_586L)
            .at(
                    new TargetAccount(
                            Network.MASTODON, "https://example.social/users/cleo", "cléo \"the\\bee\"@example.social"),
                    Person.account("cleo"));

    @AfterEach
    void close() {
        matching.close();
    }

    private void assertWrittenAsEventJsonDoes(BucketInput... inputs) {
        List<MatchesChange> changes = matching.match(List.of(inputs), 70_000_000_000L);
        assertThat(changes).isNotEmpty();
        for (MatchesChange change : changes) {
            MatchesChange.Standing standing = (MatchesChange.Standing) change;
            assertThat(new String(json.write(standing), StandardCharsets.UTF_8))
                    .isEqualTo(new String(EventJson.write(standing.matches()), StandardCharsets.UTF_8));
        }
    }

    @Test
    void noMatchShouldBeWrittenAsEventJsonDoes() {
        assertWrittenAsEventJsonDoes(ana.brings());
    }

    @Test
    void matchesShouldBeWrittenAsEventJsonDoes() {
        FollowList ranked = new FollowList(
                7,
                new XId(10),
                Assurance.CLAIMED,
                IdSet.of(20, cleo.xId()),
                IdSet.of(cleo.xId()),
                IdSet.EMPTY,
                new int[] {0, 1234});
        assertWrittenAsEventJsonDoes(
                bea.arrives(), cleo.arrives(), new BucketInput.ListBrought(ana.member(), PackedFollowList.of(ranked)));
    }

    @Test
    void ownerShouldBeWrittenAnewWhenTheAccountChanged() {
        assertWrittenAsEventJsonDoes(bea.arrives(), ana.following(20L).brings());

        assertWrittenAsEventJsonDoes(
                bea.at(Person.account("elsewhere")).inGeneration(2).arrives());
    }

    @Test
    void keyShouldBeTheTextOfTheContract() {
        for (int bucket : new int[] {0, 9, 10, 63}) {
            MemberBucket key =
                    new MemberBucket(new MemberId(UUID.fromString("0192f3a4-0b1c-7d2e-8f90-a1b2c3d4e5f6")), bucket);

            assertThat(new String(json.key(key), StandardCharsets.UTF_8)).isEqualTo(key.asText());
        }
    }
}
