package org.essaim.matcher.kafka.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.EventJson;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.NaiveJoin;
import org.essaim.matcher.NaiveJoin.Stands;
import org.essaim.matcher.kafka.Broker;
import org.essaim.matcher.kafka.InputsOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is killed under load: in the end exactly those matches stand that the plain join of what was said gives. */
class KillsST {

    private static final Duration GENEROUS = Duration.ofMinutes(3);
    private static final List<Integer> BUCKETS = List.of(3, 8, 9, 20, 31);

    private final Random random = new Random(20_261_123);
    private Cluster cluster;
    private Instances instances;

    @BeforeEach
    void start() {
        cluster = new Cluster();
        instances = new Instances(cluster);
        instances.start("one");
        instances.start("two");
    }

    @AfterEach
    void stop() {
        instances.close();
        cluster.close();
    }

    @Test
    void matchesShouldStandAsSaidWhenInstancesAndABrokerAreKilledAndTheNumberOfInstancesChanges() {
        try (Crowd crowd = new Crowd(cluster.bootstrapServers(), 1, BUCKETS)) {
            assertThat(crowd).isNotNull();
            killInstances(2);
            instances.start("three");
            live(Duration.ofSeconds(3));
            cluster.killAndRestart(2);
            instances.remove("one");
            live(Duration.ofSeconds(2));
        }
        awaitWhatWasSaid();
    }

    @Test
    @Tag("slow")
    void matchesShouldStandAsSaidWhenFiftyInstancesAreKilled() {
        try (Crowd crowd = new Crowd(cluster.bootstrapServers(), 2, BUCKETS)) {
            assertThat(crowd).isNotNull();
            killInstances(50);
        }
        awaitWhatWasSaid();
    }

    @Test
    @Tag("slow")
    void matchesShouldStandAsSaidWhenTenBrokersAreKilled() {
        try (Crowd crowd = new Crowd(cluster.bootstrapServers(), 3, BUCKETS)) {
            assertThat(crowd).isNotNull();
            for (int kill = 0; kill < 10; kill++) {
                live(Duration.ofMillis(500 + random.nextInt(3000)));
                cluster.killAndRestart(1 + random.nextInt(Cluster.NODES));
            }
        }
        awaitWhatWasSaid();
    }

    private void killInstances(int kills) {
        for (int kill = 0; kill < kills; kill++) {
            live(Duration.ofMillis(200 + random.nextInt(5000)));
            instances.killAndRestart(random.nextBoolean() ? "one" : "two");
        }
    }

    /** Lets the crowd go on for a while: how long is a matter of chance, not of an expectation. */
    private static void live(Duration howLong) {
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void awaitWhatWasSaid() {
        cluster.awaitInSync();
        try (Broker broker = new Broker(cluster.bootstrapServers())) {
            for (int bucket : BUCKETS) {
                NaiveJoin naive = new NaiveJoin();
                InputsOf.bucket(broker, bucket).forEach(naive::tell);
                assertThat(naive.standing()).as("something was said").isNotEmpty();
                await().atMost(GENEROUS)
                        .untilAsserted(
                                () -> assertThat(standing(broker, bucket)).isEqualTo(naive.standing()));
            }
        }
    }

    private static Map<MemberId, Stands> standing(Broker broker, int bucket) throws UnreadableEventException {
        Map<MemberId, Stands> standing = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> read : broker.read(Topics.MATCHES.name(), bucket)) {
            MemberId member = MemberBucket.fromText(Broker.text(read.key())).member();
            if (read.value() == null) {
                standing.remove(member);
            } else {
                standing.put(member, Stands.of(EventJson.read(read.value(), MemberMatches.class)));
            }
        }
        return standing;
    }
}
