package org.essaim.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.XId;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Compact;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Crash;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Repeat;
import org.essaim.matcher.MatchFollowsPropertyTest.Step.Tell;
import org.essaim.matcher.NaiveJoin.Stands;
import org.essaim.matcher.store.Standing;

/** A small town of four members and five X accounts, where everything happens in any order. */
class MatchFollowsPropertyTest {

    private static final int MEMBERS = 4;
    private static final int X_ACCOUNTS = 5;

    sealed interface Step {

        /** What one poll gave, in order. */
        record Tell(List<BucketInput> inputs) implements Step {}

        /** An earlier record comes once more, whatever became of its key since. */
        record Repeat(int which) implements Step {}

        /** The instance dies after this many of the changes of a poll are acknowledged; another one takes over. */
        record Crash(List<BucketInput> inputs, int acknowledged) implements Step {}

        /** The topics are compacted, and the instance begins again. */
        record Compact() implements Step {}
    }

    /** The topics and the instance that reads them. */
    private static final class Town implements AutoCloseable {

        private final List<BucketInput> log = new ArrayList<>();
        private final Map<MemberId, MemberMatches> published = new HashMap<>();
        private final Map<MemberId, Long> revisions = new HashMap<>();
        private final NaiveJoin naive = new NaiveJoin();
        private MatchFollows matching = new MatchFollows(0);

        /** Records that compaction took away: offsets go on all the same. */
        private long past;

        void happen(Step step) {
            switch (step) {
                case Tell(List<BucketInput> inputs) -> publish(tell(inputs));
                case Repeat(int which) -> {
                    if (!log.isEmpty()) {
                        publish(tell(List.of(log.get(which % log.size()))));
                    }
                }
                case Crash(List<BucketInput> inputs, int acknowledged) -> {
                    List<MatchesChange> changes = tell(inputs);
                    publish(changes.subList(0, Math.min(acknowledged, changes.size())));
                    restart();
                }
                case Compact() -> {
                    compact();
                    restart();
                }
            }
        }

        private void compact() {
            Map<Object, BucketInput> last = new LinkedHashMap<>();
            log.forEach(input -> {
                last.remove(keyOf(input));
                last.put(keyOf(input), input);
            });
            last.values().forEach(naive::onlyThisIsLeft);
            past += log.size() - last.size();
            log.clear();
            log.addAll(last.values());
        }

        private static Object keyOf(BucketInput input) {
            return switch (input) {
                case BucketInput.ListBrought(MemberId member, PackedFollowList _) -> member;
                case BucketInput.ListGone(MemberId member) -> member;
                case BucketInput.IdentityKnown(Identity identity) -> identity.key();
                case BucketInput.IdentityGone(XId xId, MemberId member) -> Identity.key(xId, member);
            };
        }

        private long revision() {
            return past + log.size();
        }

        private List<MatchesChange> tell(List<BucketInput> inputs) {
            log.addAll(inputs);
            inputs.forEach(naive::tell);
            List<MatchesChange> changes = matching.match(inputs, revision());
            assertThat(changes)
                    .allSatisfy(change -> assertThat(change.cause()).isBetween(0, inputs.size() - 1))
                    .extracting(MatchesChange::key)
                    .as("each key once a batch")
                    .doesNotHaveDuplicates();
            return changes;
        }

        private void restart() {
            matching.close();
            matching = new MatchFollows(0);
            published.forEach((member, matches) -> matching.published(member, Standing.of(matches)));
            log.forEach(matching::replay);
            publish(matching.settle(Set.of(), revision()));
        }

        private void publish(List<MatchesChange> changes) {
            for (MatchesChange change : changes) {
                MemberId member = change.key().member();
                switch (change) {
                    case MatchesChange.Gone _ ->
                        assertThat(published.remove(member))
                                .as("a tombstone has something to bury")
                                .isNotNull();
                    case MatchesChange.Standing changed -> {
                        MemberMatches now = changed.matches();
                        MemberMatches before = published.put(member, now);
                        assertThat(before == null || !Stands.of(before).equals(Stands.of(now)))
                                .as("only what changed is published")
                                .isTrue();
                        Long revision = revisions.put(member, now.revision());
                        assertThat(now.revision()).isGreaterThanOrEqualTo(revision == null ? 0 : revision);
                    }
                }
            }
        }

        @Override
        public void close() {
            matching.close();
        }

        Map<MemberId, Stands> standing() {
            Map<MemberId, Stands> standing = new HashMap<>();
            published.forEach((member, matches) -> standing.put(member, Stands.of(matches)));
            return standing;
        }
    }

    @Property(tries = 5000)
    void standingMatchesShouldEqualTheNaiveJoinWhateverHappened(@ForAll("histories") List<Step> history) {
        try (Town town = new Town()) {
            for (Step step : history) {
                town.happen(step);

                assertThat(town.standing()).isEqualTo(town.naive.standing());
            }
        }
    }

    @Property
    void restartedInstanceShouldHoldAsMuchAsTheOneBefore(@ForAll("histories") List<Step> history) {
        try (Town town = new Town()) {
            history.forEach(town::happen);
            BucketFigures before = town.matching.figures();

            town.restart();

            assertThat(town.matching.figures()).isEqualTo(before);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(8, polls().map(Tell::new)),
                Tuple.of(2, Arbitraries.integers().between(0, 30).map(Repeat::new)),
                Tuple.of(
                        1,
                        Combinators.combine(polls(), Arbitraries.integers().between(0, 4))
                                .as(Crash::new)),
                Tuple.of(1, Arbitraries.create(Compact::new)));
        return step.list().ofMaxSize(30);
    }

    private Arbitrary<List<BucketInput>> polls() {
        return Arbitraries.oneOf(
                inputs().map(List::of), inputs().list().ofMinSize(1).ofMaxSize(8));
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
