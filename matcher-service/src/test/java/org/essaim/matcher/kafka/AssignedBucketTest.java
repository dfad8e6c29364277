package org.essaim.matcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.records.RecordReader;
import org.junit.jupiter.api.Test;

class AssignedBucketTest {

    private static final int BUCKET = 6;

    private final Person bea = Person.owning(Broker.xIdIn(BUCKET, 0));
    private final Person ana = Person.owning(9_000_000_000L).following(bea.xId());

    private static AssignedBucket bucketWith(long lists, long identities, long published) {
        return new AssignedBucket(
                BUCKET,
                new AssignedBucket.Past(
                        new OffsetRange(0, lists),
                        new OffsetRange(0, identities),
                        new OffsetRange(0, published),
                        0,
                        0));
    }

    private static List<MatchesChange> taken(AssignedBucket bucket, ConsumerRecord<byte[], byte[]> read)
            throws UnreadableEventException {
        bucket.read(read, new RecordReader(), Span.getInvalid());
        List<MatchesChange> given = new ArrayList<>();
        bucket.match((changes, _) -> given.addAll(changes));
        return given;
    }

    private ConsumerRecord<byte[], byte[]> listAt(long offset) {
        return listAt(offset, ana);
    }

    private static ConsumerRecord<byte[], byte[]> listAt(long offset, Person owner) {
        return new ConsumerRecord<>(
                Topics.FOLLOW_LISTS.name(),
                BUCKET,
                offset,
                new MemberBucket(owner.member(), BUCKET).toBytes(),
                owner.list().pack());
    }

    private ConsumerRecord<byte[], byte[]> publishedWith(long revision) {
        MemberMatches matches = new MemberMatches(ana.member(), BUCKET, 1, revision, List.of());
        CloudEvent event = CloudEvent.causedBy("test", MatchesPublisher.SOURCE, Instant.EPOCH, matches);
        ConsumerRecord<byte[], byte[]> read = new ConsumerRecord<>(
                Topics.MATCHES.name(),
                BUCKET,
                0,
                new MemberBucket(ana.member(), BUCKET).asText().getBytes(StandardCharsets.UTF_8),
                event.value());
        event.headers().forEach((name, value) -> read.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return read;
    }

    private static long revisionOf(List<MatchesChange> changes) {
        return ((MatchesChange.Standing) changes.getFirst()).revision();
    }

    @Test
    void bucketShouldGiveNothingOutBeforeItIsRestored() throws UnreadableEventException {
        AssignedBucket bucket = bucketWith(5, 3, 0);

        assertThat(taken(bucket, listAt(4))).isEmpty();
        bucket.readersAt(5, 2, 0);
        assertThat(bucket.pastIsRead()).isFalse();
        bucket.readersAt(5, 3, 0);
        assertThat(bucket.pastIsRead()).isTrue();

        assertThat(bucket.settle()).hasSize(1);
    }

    @Test
    void revisionShouldBeTheNextOffsetsOfBothInputs() throws UnreadableEventException {
        AssignedBucket bucket = bucketWith(5, 3, 0);
        bucket.readersAt(5, 3, 0);
        bucket.settle();

        assertThat(revisionOf(taken(bucket, listAt(9)))).isEqualTo(10 + 3);
    }

    @Test
    void revisionShouldGoOnWhenTheInputsWereMadeAnew() throws UnreadableEventException {
        AssignedBucket bucket = bucketWith(0, 0, 1);
        bucket.takePublished(publishedWith(500));
        bucket.readersAt(0, 0, 1);
        bucket.settle();

        assertThat(revisionOf(taken(bucket, listAt(0, ana.inGeneration(2))))).isEqualTo(502);
    }

    @Test
    void unreadableRecordOfTheFinishedPastShouldNotBeDeadLetteredAgain() {
        AssignedBucket bucket = new AssignedBucket(
                BUCKET,
                new AssignedBucket.Past(new OffsetRange(0, 10), new OffsetRange(0, 0), new OffsetRange(0, 0), 5, 0));

        assertThat(bucket.markStale(listAt(4))).isFalse();
        assertThat(bucket.markStale(listAt(5))).isTrue();
        assertThat(bucket.status(0, 0).staleKeys()).isEqualTo(1);
    }
}
