package org.essaim.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Findability;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Crash;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Repeat;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Tell;
import org.essaim.matcher.store.ForwardFollowLists;
import org.essaim.matcher.store.StandingMatches.Standing;

/** A small town of four members and five X accounts, where everything happens in any order. */
class MatchFollowsPropertyTest {

    private static final int MEMBERS = 4;
    private static final int X_ACCOUNTS = 5;

    sealed interface Step {

        record Tell(BucketInput input) implements Step {}

        /** An earlier record comes once more, whatever became of its key since. */
        record Repeat(int which) implements Step {}

        /** The instance dies after this many of the changes of an input are acknowledged; another one takes over. */
        record Crash(BucketInput input, int acknowledged) implements Step {}
    }

    /** The topics and the instance that reads them. */
    private static final class Town {

        private final List<BucketInput> log = new ArrayList<>();
        private final Map<MemberId, MemberMatches> published = new HashMap<>();
        private final Map<MemberId, Long> revisions = new HashMap<>();
        private final NaiveJoin naive = new NaiveJoin();
        private MatchFollows matching = new MatchFollows(0, new ForwardFollowLists());

        void happen(Step step) {
            switch (step) {
                case Tell(BucketInput input) -> publish(tell(input));
                case Repeat(int which) -> {
                    if (!log.isEmpty()) {
                        publish(tell(log.get(which % log.size())));
                    }
                }
                case Crash(BucketInput input, int acknowledged) -> {
                    List<MatchesChange> changes = tell(input);
                    publish(changes.subList(0, Math.min(acknowledged, changes.size())));
                    restart();
                }
            }
        }

        private List<MatchesChange> tell(BucketInput input) {
            log.add(input);
            naive.tell(input);
            return matching.match(input, log.size());
        }

        private void restart() {
            matching = new MatchFollows(0, new ForwardFollowLists());
            published.forEach(matching::published);
            log.forEach(matching::replay);
            publish(matching.settle(Set.of(), log.size()));
        }

        private void publish(List<MatchesChange> changes) {
            for (MatchesChange change : changes) {
                MemberId member = change.key().member();
                switch (change) {
                    case MatchesChange.Gone _ ->
                        assertThat(published.remove(member))
                                .as("a tombstone has something to bury")
                                .isNotNull();
                    case MatchesChange.Standing(MemberMatches now) -> {
                        MemberMatches before = published.put(member, now);
                        assertThat(before == null || !standing(before).equals(standing(now)))
                                .as("only what changed is published")
                                .isTrue();
                        Long revision = revisions.put(member, now.revision());
                        assertThat(now.revision()).isGreaterThanOrEqualTo(revision == null ? 0 : revision);
                    }
                }
            }
        }

        Map<MemberId, Standing> standing() {
            Map<MemberId, Standing> standing = new HashMap<>();
            published.forEach((member, matches) -> standing.put(member, standing(matches)));
            return standing;
        }

        private static Standing standing(MemberMatches matches) {
            return new Standing(matches.generation(), matches.matches());
        }
    }

    @Property(tries = 5000)
    void standingMatchesShouldEqualTheNaiveJoinWhateverHappened(@ForAll("histories") List<Step> history) {
        Town town = new Town();
        for (Step step : history) {
            town.happen(step);

            assertThat(town.standing()).isEqualTo(town.naive.standing());
        }
    }

    @Property
    void restartedInstanceShouldHoldAsMuchAsTheOneBefore(@ForAll("histories") List<Step> history) {
        Town town = new Town();
        history.forEach(town::happen);
        BucketFigures before = town.matching.figures();

        town.restart();

        assertThat(town.matching.figures()).isEqualTo(before);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(8, inputs().map(Tell::new)),
                Tuple.of(2, Arbitraries.integers().between(0, 30).map(Repeat::new)),
                Tuple.of(
                        1,
                        Combinators.combine(inputs(), Arbitraries.integers().between(0, 4))
                                .as(Crash::new)));
        return step.list().ofMaxSize(30);
    }

    private Arbitrary<BucketInput> inputs() {
        Arbitrary<Person> people = people();
        return Arbitraries.frequencyOf(
                Tuple.of(4, people.map(Person::brings)),
                Tuple.of(5, people.map(Person::arrives)),
                Tuple.of(1, people.map(Person::takesListAway)),
                Tuple.of(1, people.map(Person::leaves)));
    }

    private Arbitrary<Person> people() {
        Arbitrary<Long> xIds = Arbitraries.longs().between(1, X_ACCOUNTS);
        Arbitrary<List<Long>> some = xIds.set().ofMaxSize(X_ACCOUNTS).map(List::copyOf);
        Arbitrary<List<Long>> few = xIds.set().ofMaxSize(1).map(List::copyOf);
        return Combinators.combine(
                        Arbitraries.longs().between(1, MEMBERS),
                        xIds,
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of(Assurance.class),
                        Arbitraries.of(Findability.class),
                        some,
                        some,
                        few)
                .as(MatchFollowsPropertyTest::person);
    }

    private static Person person(
            long member,
            long xId,
            long generation,
            Assurance assurance,
            Findability findability,
            List<Long> followings,
            List<Long> followers,
            List<Long> blocks) {
        Person person = Person.as(Person.owning(member).member(), xId)
                .inGeneration(generation)
                .findableBy(findability)
                .following(followings.toArray(Long[]::new))
                .followedBy(followers.toArray(Long[]::new))
                .blocking(blocks.toArray(Long[]::new));
        return assurance == Assurance.CLAIMED ? person.claiming() : person;
    }
}
