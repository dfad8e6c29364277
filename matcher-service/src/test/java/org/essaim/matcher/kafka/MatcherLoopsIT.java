package org.essaim.matcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.essaim.matcher.kafka.LoopsScene.BUCKET;
import static org.essaim.matcher.kafka.LoopsScene.GENEROUS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberMatches;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.LoopsScene.Instance;
import org.junit.jupiter.api.Test;

/** The loops against a real broker of their own: nobody else may publish under their keys. */
class MatcherLoopsIT extends LoopsOnABroker {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void listShouldMeetTheIdentityThatCameBefore() {
        scene.startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);

        scene.awaitMatch(ana, bea);

        ConsumerRecord<byte[], byte[]> last =
                broker.matchesRecords(ana.member(), BUCKET).getLast();
        assertThat(last.partition()).isEqualTo(BUCKET);
        assertThat(Broker.header(last, "ce_type")).isEqualTo("org.essaim.MemberMatches.v1");
        assertThat(Broker.header(last, "ce_source")).isEqualTo("/essaim/matcher-service");
        assertThat(Broker.header(last, "ce_id")).isNotEmpty();
    }

    @Test
    void identityShouldMeetTheListThatCameBeforeAndContinueItsTrace() {
        scene.startReady();
        broker.bring(ana, BUCKET);
        scene.awaitNoMatch(ana);

        broker.announce(bea, Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));

        scene.awaitMatch(ana, bea);
        assertThat(Broker.header(broker.matchesRecords(ana.member(), BUCKET).getLast(), "traceparent"))
                .contains(TRACE);
    }

    @Test
    void withdrawalsShouldTakeTheMatchAndThenTheKey() {
        scene.startReady();
        broker.bring(ana, BUCKET);
        broker.announce(bea);
        scene.awaitMatch(ana, bea);

        broker.withdraw(bea);
        scene.awaitNoMatch(ana);

        broker.sendList(ana.member(), BUCKET, null);
        await().atMost(GENEROUS)
                .untilAsserted(() -> assertThat(broker.matchesRecords(ana.member(), BUCKET)
                                .getLast()
                                .value())
                        .isNull());
    }

    @Test
    void restartedInstanceShouldPublishOnlyWhatChangedMeanwhile() {
        Person cleo = Person.as(LoopsScene.newMember(), ana.xId() + 1).following(bea.xId());
        Instance first = scene.startReady();
        broker.bring(ana, BUCKET);
        broker.bring(cleo.following(), BUCKET);
        broker.announce(bea);
        scene.awaitMatch(ana, bea);
        scene.awaitNoMatch(cleo);
        int anasRecords = broker.matchesRecords(ana.member(), BUCKET).size();
        int cleosRecords = broker.matchesRecords(cleo.member(), BUCKET).size();
        MemberMatches before = Objects.requireNonNull(broker.standing(cleo.member(), BUCKET));

        scene.stop(first);
        broker.bring(cleo.inGeneration(2), BUCKET);
        scene.startReady();

        scene.awaitMatch(cleo, bea);
        assertThat(broker.matchesRecords(cleo.member(), BUCKET)).hasSize(cleosRecords + 1);
        assertThat(broker.matchesRecords(ana.member(), BUCKET)).hasSize(anasRecords);
        assertThat(Objects.requireNonNull(broker.standing(cleo.member(), BUCKET))
                        .revision())
                .isGreaterThan(before.revision());
    }

    @Test
    void twoInstancesShouldShareTheBucketsAndTakeBothTopicsOfEach() {
        Instance one = scene.start(Optional.of("one"));
        one.awaitReady(Buckets.COUNT);
        Instance two = scene.start(Optional.of("two"));
        one.awaitReady(Buckets.COUNT / 2);
        two.awaitReady(Buckets.COUNT / 2);
        assertThat(one.buckets()).doesNotContainAnyElementsOf(two.buckets());

        // Whatever bucket a pair meets in, its list and its identity must reach the same instance: six of each show it.
        Person finder = Person.as(LoopsScene.newMember(), ana.xId());
        Map<Integer, Person> found = new HashMap<>();
        for (int bucket : someOf(one, two)) {
            Person person = Person.as(LoopsScene.newMember(), Broker.xIdIn(bucket, 600));
            found.put(bucket, person);
            broker.announce(person);
            broker.bring(finder.following(person.xId()), bucket);
        }

        found.forEach((bucket, person) -> awaitFoundIn(bucket, finder, person));
    }

    private static List<Integer> someOf(Instance one, Instance two) {
        return Stream.of(one, two)
                .flatMap(instance -> instance.buckets().stream().limit(6))
                .toList();
    }

    @Test
    void lastInstanceShouldTakeOverTheBucketsOfTheOneThatLeft() {
        Instance one = scene.start(Optional.empty());
        one.awaitReady(Buckets.COUNT);
        Instance two = scene.start(Optional.empty());
        two.awaitReady(Buckets.COUNT / 2);
        broker.bring(ana, BUCKET);
        scene.awaitNoMatch(ana);

        scene.stop(one);
        two.awaitReady(Buckets.COUNT);
        broker.announce(bea);

        scene.awaitMatch(ana, bea);
        assertThat(broker.matchesRecords(ana.member(), BUCKET)).hasSize(2);
    }

    private static void awaitFoundIn(int bucket, Person finder, Person found) {
        await().atMost(GENEROUS).untilAsserted(() -> {
            MemberMatches standing = broker.standing(finder.member(), bucket);
            assertThat(standing).isNotNull();
            assertThat(standing.matches()).extracting(Match::who).containsExactly(found.member());
        });
    }
}
