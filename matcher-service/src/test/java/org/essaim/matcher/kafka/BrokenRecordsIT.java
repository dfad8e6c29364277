package org.essaim.matcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.essaim.matcher.kafka.LoopsScene.BUCKET;
import static org.essaim.matcher.kafka.LoopsScene.GENEROUS;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.essaim.contracts.Topics;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.LoopsScene.Instance;
import org.junit.jupiter.api.Test;

/** What happens to a topic that should not: records nobody can read, old ones sent again, matches that somebody else wrote. */
class BrokenRecordsIT extends LoopsOnABroker {

    @Test
    void unreadableListShouldBeSetAsideWhileTheEarlierOneStands() {
        Instance first = scene.startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        scene.awaitMatch(ana, bea);
        byte[] poison = {9, 9, 9};
        int lettersBefore = letters(Topics.FOLLOW_LISTS.name(), poison).size();

        broker.sendList(ana.member(), BUCKET, poison);
        scene.awaitPassed();
        awaitLetters(Topics.FOLLOW_LISTS.name(), poison, lettersBefore + 1);

        List<ConsumerRecord<byte[], byte[]>> letters = letters(Topics.FOLLOW_LISTS.name(), poison);
        assertThat(Broker.header(letters.getLast(), "dead-letter-reason")).contains("format 9");
        assertThat(Broker.header(letters.getLast(), "dead-letter-topic")).isEqualTo("follow.lists.v1");
        assertThat(Broker.header(letters.getLast(), "dead-letter-partition")).isEqualTo(Integer.toString(BUCKET));
        assertThat(scene.matched(ana)).containsExactly(bea.member());
        first.awaitStaleKeys(1);

        scene.stop(first);
        Instance second = scene.startReady();
        second.awaitStaleKeys(1);
        assertThat(scene.matched(ana)).containsExactly(bea.member());
        assertThat(letters(Topics.FOLLOW_LISTS.name(), poison)).hasSize(lettersBefore + 1);

        broker.bring(ana.inGeneration(2), BUCKET);
        second.awaitStaleKeys(0);
    }

    @Test
    void unreadableIdentityShouldBeSetAsideWhileTheEarlierOneStands() {
        Instance instance = scene.startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        scene.awaitMatch(ana, bea);
        byte[] poison = "{\"member\":".getBytes(StandardCharsets.UTF_8);

        broker.sendIdentity(bea, poison);

        instance.awaitStaleKeys(1);
        scene.awaitPassed();
        awaitLetters(Topics.IDENTITIES.name(), poison, 1);
        assertThat(scene.matched(ana)).containsExactly(bea.member());
        broker.announce(bea.inGeneration(2));
        instance.awaitStaleKeys(0);
    }

    @Test
    void unreadablePublishedMatchesShouldBePublishedAnew() {
        Instance first = scene.startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        scene.awaitMatch(ana, bea);
        scene.stop(first);
        ConsumerRecord<byte[], byte[]> last =
                broker.matchesRecords(ana.member(), BUCKET).getLast();
        broker.send(new ProducerRecord<>(Topics.MATCHES.name(), BUCKET, last.key(), new byte[] {1}));

        scene.startReady();

        scene.awaitMatch(ana, bea);
    }

    @Test
    void olderListShouldBeCountedAndIgnored() {
        Instance instance = scene.startReady();
        broker.announce(bea);
        broker.bring(ana.inGeneration(2), BUCKET);
        scene.awaitMatch(ana, bea);

        broker.bring(ana.following(), BUCKET);

        instance.awaitStaleKeys(1);
        assertThat(scene.matched(ana)).containsExactly(bea.member());
        broker.bring(ana.inGeneration(2), BUCKET);
        instance.awaitStaleKeys(0);
    }

    @Test
    void matchesShouldBePublishedAnewWhenSomebodyElseWroteTheLastWord() {
        scene.startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        scene.awaitMatch(ana, bea);

        overwriteMatchesOf(ana);

        scene.awaitMatch(ana, bea);
    }

    @Test
    void matchesShouldBePublishedAnewWhenSomebodyElseWroteBetweenTwoOfOurs() {
        scene.startReady();
        broker.announce(bea);
        broker.bring(ana, BUCKET);
        scene.awaitMatch(ana, bea);

        overwriteMatchesOf(ana);
        scene.awaitPassed();

        scene.awaitMatch(ana, bea);
    }

    /** As an instance would that was asleep while its buckets went elsewhere. */
    private static void overwriteMatchesOf(Person finder) {
        ConsumerRecord<byte[], byte[]> last =
                broker.matchesRecords(finder.member(), BUCKET).getLast();
        broker.send(new ProducerRecord<>(Topics.MATCHES.name(), BUCKET, last.key(), null));
        assertThat(broker.matchesRecords(finder.member(), BUCKET).getLast().value())
                .isNull();
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
