package org.essaim.matcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.clients.MatcherSettings;
import org.essaim.matcher.status.BucketStatus;
import org.essaim.matcher.status.RebuildRequests;
import org.essaim.matcher.status.StatusBoard;
import org.essaim.testing.kafka.EssaimTopics;
import org.essaim.testing.kafka.KafkaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The loops against a real broker of their own: nobody else may publish under their keys. */
class MatcherLoopsIT {

    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final int BUCKET = 17;
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static final AtomicInteger TESTS = new AtomicInteger();

    private static KafkaServer server;
    private static Broker broker;

    private final List<Instance> running = new ArrayList<>();
    private final int test = TESTS.incrementAndGet();
    private final long anasXId = 5_000_000_000L + 2L * test;
    private final long beasXId = Broker.xIdIn(BUCKET, test);
    private final Person ana = Person.as(newMember(), anasXId).following(beasXId);
    private final Person bea = Person.as(newMember(), beasXId);

    /** One instance of the service without its HTTP side. */
    private record Instance(MatcherLoops loops, StatusBoard board) implements AutoCloseable {

        void awaitReady(int buckets) {
            await().atMost(GENEROUS).untilAsserted(() -> {
                assertThat(board.failures()).isEmpty();
                assertThat(board.ready()).isTrue();
                assertThat(board.buckets()).hasSize(buckets);
            });
        }

        List<Integer> buckets() {
            return board.buckets().stream().map(BucketStatus::bucket).toList();
        }

        @Override
        public void close() {
            loops.close();
        }
    }

    @BeforeAll
    static void startBroker() {
        server = KafkaServer.startTemporary();
        EssaimTopics.create(server.bootstrapServers());
        broker = new Broker(server.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
        server.close();
    }

    @AfterEach
    void stopInstances() {
        running.forEach(Instance::close);
    }

    private static MemberId newMember() {
        return new MemberId(UUID.randomUUID());
    }

    private Instance start(Optional<String> instanceId) {
        StatusBoard board = new StatusBoard();
        MatcherSettings settings = new MatcherSettings(
                "matcher-" + test, instanceId, 1, Duration.ofSeconds(10), Duration.ofMillis(200), 500);
        Instance instance = new Instance(
                new MatcherLoops(
                        broker.settings(),
                        settings,
                        board,
                        new RebuildRequests(),
                        OpenTelemetry.noop(),
                        InstantSource.system()),
                board);
        instance.loops().start();
        running.add(instance);
        return instance;
    }

    private Instance startReady() {
        Instance instance = start(Optional.empty());
        instance.awaitReady(Buckets.COUNT);
        return instance;
    }

    private void stop(Instance instance) {
        instance.close();
        running.remove(instance);
    }

    private static void awaitMatch(Person finder, Person found) {
        await().atMost(GENEROUS).untilAsserted(() -> assertThat(matched(finder)).containsExactly(found.member()));
    }

    private static void awaitNoMatch(Person finder) {
        await().atMost(GENEROUS).untilAsserted(() -> {
            assertThat(broker.standing(finder.member(), BUCKET)).isNotNull();
            assertThat(matched(finder)).isEmpty();
        });
    }

    private static List<MemberId> matched(Person finder) {
        MemberMatches standing = broker.standing(finder.member(), BUCKET);
        return standing == null
                ? List.of()
                : standing.matches().stream().map(Match::who).toList();
    }

    /** A list of the same bucket, brought after what a test did, shows that the loop has passed it. */
    private void awaitPassed() {
        Person marker = Person.as(newMember(), 1);
        broker.bring(marker, BUCKET);
        awaitNoMatch(marker);
    }

    @Test
    void listShouldMeetTheIdentityThatCameBefore() {
        startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);

        awaitMatch(ana, bea);

        ConsumerRecord<byte[], byte[]> last =
                broker.matchesRecords(ana.member(), BUCKET).getLast();
        assertThat(last.partition()).isEqualTo(BUCKET);
        assertThat(Broker.header(last, "ce_type")).isEqualTo("org.essaim.MemberMatches.v1");
        assertThat(Broker.header(last, "ce_source")).isEqualTo("/essaim/matcher-service");
        assertThat(Broker.header(last, "ce_id")).isNotEmpty();
    }

    @Test
    void identityShouldMeetTheListThatCameBeforeAndContinueItsTrace() {
        startReady();
        broker.bring(ana, BUCKET);
        awaitNoMatch(ana);

        broker.announce(bea, Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));

        awaitMatch(ana, bea);
        assertThat(Broker.header(broker.matchesRecords(ana.member(), BUCKET).getLast(), "traceparent"))
                .contains(TRACE);
    }

    @Test
    void withdrawalsShouldTakeTheMatchAndThenTheKey() {
        startReady();
        broker.bring(ana, BUCKET);
        broker.announce(bea);
        awaitMatch(ana, bea);

        broker.withdraw(bea);
        awaitNoMatch(ana);

        broker.sendList(ana.member(), BUCKET, null);
        await().atMost(GENEROUS)
                .untilAsserted(() -> assertThat(broker.matchesRecords(ana.member(), BUCKET)
                                .getLast()
                                .value())
                        .isNull());
    }

    @Test
    void restartedInstanceShouldPublishOnlyWhatChangedMeanwhile() {
        Person cleo = Person.as(newMember(), anasXId + 1).following(beasXId);
        Instance first = startReady();
        broker.bring(ana, BUCKET);
        broker.bring(cleo.following(), BUCKET);
        broker.announce(bea);
        awaitMatch(ana, bea);
        awaitNoMatch(cleo);
        int anasRecords = broker.matchesRecords(ana.member(), BUCKET).size();
        int cleosRecords = broker.matchesRecords(cleo.member(), BUCKET).size();
        MemberMatches before = Objects.requireNonNull(broker.standing(cleo.member(), BUCKET));

        stop(first);
        broker.bring(cleo.inGeneration(2), BUCKET);
        startReady();

        awaitMatch(cleo, bea);
        assertThat(broker.matchesRecords(cleo.member(), BUCKET)).hasSize(cleosRecords + 1);
        assertThat(broker.matchesRecords(ana.member(), BUCKET)).hasSize(anasRecords);
        assertThat(Objects.requireNonNull(broker.standing(cleo.member(), BUCKET))
                        .revision())
                .isGreaterThan(before.revision());
    }

    @Test
    void unreadableListShouldBeSetAsideWhileTheEarlierOneStands() {
        Instance first = startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        awaitMatch(ana, bea);
        byte[] poison = {9, 9, 9};
        int lettersBefore = letters(Topics.FOLLOW_LISTS.name(), poison).size();

        broker.sendList(ana.member(), BUCKET, poison);
        awaitPassed();
        awaitLetters(Topics.FOLLOW_LISTS.name(), poison, lettersBefore + 1);

        List<ConsumerRecord<byte[], byte[]>> letters = letters(Topics.FOLLOW_LISTS.name(), poison);
        assertThat(Broker.header(letters.getLast(), "dead-letter-reason")).contains("format 9");
        assertThat(Broker.header(letters.getLast(), "dead-letter-topic")).isEqualTo("follow.lists.v1");
        assertThat(Broker.header(letters.getLast(), "dead-letter-partition")).isEqualTo(Integer.toString(BUCKET));
        assertThat(matched(ana)).containsExactly(bea.member());
        awaitStaleKeys(first, 1);

        stop(first);
        Instance second = startReady();
        awaitStaleKeys(second, 1);
        assertThat(matched(ana)).containsExactly(bea.member());
        assertThat(letters(Topics.FOLLOW_LISTS.name(), poison)).hasSize(lettersBefore + 1);

        broker.bring(ana.inGeneration(2), BUCKET);
        awaitStaleKeys(second, 0);
    }

    @Test
    void unreadableIdentityShouldBeSetAsideWhileTheEarlierOneStands() {
        Instance instance = startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        awaitMatch(ana, bea);
        byte[] poison = "{\"member\":".getBytes(StandardCharsets.UTF_8);

        broker.sendIdentity(bea, poison);

        awaitStaleKeys(instance, 1);
        awaitPassed();
        awaitLetters(Topics.IDENTITIES.name(), poison, 1);
        assertThat(matched(ana)).containsExactly(bea.member());
        broker.announce(bea.inGeneration(2));
        awaitStaleKeys(instance, 0);
    }

    @Test
    void unreadablePublishedMatchesShouldBePublishedAnew() {
        Instance first = startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        awaitMatch(ana, bea);
        stop(first);
        ConsumerRecord<byte[], byte[]> last =
                broker.matchesRecords(ana.member(), BUCKET).getLast();
        broker.send(new ProducerRecord<>(Topics.MATCHES.name(), BUCKET, last.key(), new byte[] {1}));

        startReady();

        awaitMatch(ana, bea);
    }

    @Test
    void twoInstancesShouldShareTheBucketsAndTakeBothTopicsOfEach() {
        Instance one = start(Optional.of("one"));
        one.awaitReady(Buckets.COUNT);
        Instance two = start(Optional.of("two"));
        one.awaitReady(Buckets.COUNT / 2);
        two.awaitReady(Buckets.COUNT / 2);
        assertThat(one.buckets()).doesNotContainAnyElementsOf(two.buckets());

        // Whatever bucket a pair meets in, its list and its identity must reach the same instance: six of each show it.
        Person finder = Person.as(newMember(), anasXId);
        Map<Integer, Person> found = new HashMap<>();
        for (int bucket : someOf(one, two)) {
            Person person = Person.as(newMember(), Broker.xIdIn(bucket, 600));
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
        Instance one = start(Optional.empty());
        one.awaitReady(Buckets.COUNT);
        Instance two = start(Optional.empty());
        two.awaitReady(Buckets.COUNT / 2);
        broker.bring(ana, BUCKET);
        awaitNoMatch(ana);

        stop(one);
        two.awaitReady(Buckets.COUNT);
        broker.announce(bea);

        awaitMatch(ana, bea);
        assertThat(broker.matchesRecords(ana.member(), BUCKET)).hasSize(2);
    }

    private static void awaitFoundIn(int bucket, Person finder, Person found) {
        await().atMost(GENEROUS).untilAsserted(() -> {
            MemberMatches standing = broker.standing(finder.member(), bucket);
            assertThat(standing).isNotNull();
            assertThat(standing.matches()).extracting(Match::who).containsExactly(found.member());
        });
    }

    private static void awaitStaleKeys(Instance instance, int expected) {
        await().atMost(GENEROUS)
                .untilAsserted(() -> assertThat(instance.board().sum(BucketStatus::staleKeys))
                        .isEqualTo(expected));
    }

    private static void awaitLetters(String topic, byte[] value, int expected) {
        await().atMost(GENEROUS)
                .untilAsserted(() -> assertThat(letters(topic, value)).hasSize(expected));
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(String topic, byte[] value) {
        return broker.read(topic + ".dlq", 0).stream()
                .filter(letter -> Arrays.equals(letter.value(), value))
                .toList();
    }
}
