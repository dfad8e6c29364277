package org.essaim.matcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.clients.MatcherSettings;
import org.essaim.matcher.status.BucketStatus;
import org.essaim.matcher.status.RebuildRequests;
import org.essaim.matcher.status.StatusBoard;

/** One test with the loops: its two people in {@link #BUCKET}, and the instances it starts. */
final class LoopsScene implements AutoCloseable {

    static final Duration GENEROUS = Duration.ofSeconds(60);
    static final int BUCKET = 17;

    private static final AtomicInteger SCENES = new AtomicInteger();

    private final Broker broker;
    private final List<Instance> running = new ArrayList<>();
    private final int number = SCENES.incrementAndGet();
    private final long beasXId = Broker.xIdIn(BUCKET, number);
    private final Person ana =
            Person.as(newMember(), 5_000_000_000L + 2L * number).following(beasXId);
    private final Person bea = Person.as(newMember(), beasXId);

    LoopsScene(Broker broker) {
        this.broker = broker;
    }

    /** One instance of the service without its HTTP side. */
    record Instance(MatcherLoops loops, StatusBoard board) implements AutoCloseable {

        void awaitReady(int buckets) {
            await().atMost(GENEROUS).untilAsserted(() -> {
                assertThat(board.failures()).isEmpty();
                assertThat(board.ready()).isTrue();
                assertThat(board.buckets()).hasSize(buckets);
            });
        }

        void awaitStaleKeys(int expected) {
            await().atMost(GENEROUS)
                    .untilAsserted(
                            () -> assertThat(board.sum(BucketStatus::staleKeys)).isEqualTo(expected));
        }

        List<Integer> buckets() {
            return board.buckets().stream().map(BucketStatus::bucket).toList();
        }

        @Override
        public void close() {
            loops.close();
        }
    }

    static MemberId newMember() {
        return new MemberId(UUID.randomUUID());
    }

    /** Who follows {@link #bea} on X. */
    Person ana() {
        return ana;
    }

    Person bea() {
        return bea;
    }

    Instance start(Optional<String> instanceId) {
        StatusBoard board = new StatusBoard();
        MatcherSettings settings = new MatcherSettings(
                "matcher-" + number, instanceId, 1, Duration.ofSeconds(10), Duration.ofMillis(200), 500);
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

    Instance startReady() {
        Instance instance = start(Optional.empty());
        instance.awaitReady(Buckets.COUNT);
        return instance;
    }

    void stop(Instance instance) {
        instance.close();
        running.remove(instance);
    }

    void awaitMatch(Person finder, Person found) {
        await().atMost(GENEROUS).untilAsserted(() -> assertThat(matched(finder)).containsExactly(found.member()));
    }

    void awaitNoMatch(Person finder) {
        await().atMost(GENEROUS).untilAsserted(() -> {
            assertThat(broker.standing(finder.member(), BUCKET)).isNotNull();
            assertThat(matched(finder)).isEmpty();
        });
    }

    List<MemberId> matched(Person finder) {
        MemberMatches standing = broker.standing(finder.member(), BUCKET);
        return standing == null
                ? List.of()
                : standing.matches().stream().map(Match::who).toList();
    }

    /** A list of the same bucket, brought after what a test did, shows that the loop has passed it. */
    void awaitPassed() {
        Person marker = Person.as(newMember(), 1);
        broker.bring(marker, BUCKET);
        awaitNoMatch(marker);
    }

    @Override
    public void close() {
        running.forEach(Instance::close);
    }
}
