package org.essaim.matcher.kafka.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.Person;
import org.essaim.matcher.kafka.Broker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final int BUCKET = 6;

    private final Person bea = Person.owning(Broker.xIdIn(BUCKET, 0)).following(1L);

    private static ConsumerRecord<byte[], byte[]> list(int partition, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.FOLLOW_LISTS.name(), partition, 0, key, value);
    }

    private static ConsumerRecord<byte[], byte[]> identity(int partition, String key, Person who) {
        CloudEvent event = CloudEvent.causedBy("test", "/essaim/gateway", Instant.EPOCH, who.identity());
        ConsumerRecord<byte[], byte[]> read = new ConsumerRecord<>(
                Topics.IDENTITIES.name(), partition, 0, key.getBytes(StandardCharsets.UTF_8), event.value());
        event.headers().forEach((name, value) -> read.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return read;
    }

    private byte[] keyIn(int bucket) {
        return new MemberBucket(bea.member(), bucket).toBytes();
    }

    @Test
    void listShouldBeRead() throws UnreadableEventException {
        assertThat(new RecordReader()
                        .input(list(BUCKET, keyIn(BUCKET), bea.list().pack())))
                .isEqualTo(bea.brings());
    }

    @Test
    void tombstoneOfAListShouldSayThatItIsGone() throws UnreadableEventException {
        assertThat(new RecordReader().input(list(BUCKET, keyIn(BUCKET), null))).isEqualTo(bea.takesListAway());
    }

    @Test
    void listInAnotherBucketsPartitionShouldBeRefused() {
        assertThatThrownBy(() -> new RecordReader()
                        .input(list(BUCKET + 1, keyIn(BUCKET), bea.list().pack())))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("another bucket");
    }

    @Test
    void recordsWithoutAUsableKeyShouldBeRefused() {
        assertThatThrownBy(() ->
                        new RecordReader().input(list(BUCKET, null, bea.list().pack())))
                .isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> new RecordReader().input(list(BUCKET, new byte[3], null)))
                .isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> new RecordReader().input(identity(BUCKET, "nobody", bea)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void identityShouldBeRead() throws UnreadableEventException {
        assertThat(new RecordReader().input(identity(BUCKET, bea.identity().key(), bea)))
                .isEqualTo(bea.arrives());
    }

    @Test
    void tombstoneOfAnIdentityShouldSayWhoLeaves() throws UnreadableEventException {
        ConsumerRecord<byte[], byte[]> tombstone = new ConsumerRecord<>(
                Topics.IDENTITIES.name(), BUCKET, 0, bea.identity().key().getBytes(StandardCharsets.UTF_8), null);

        assertThat(new RecordReader().input(tombstone)).isEqualTo(bea.leaves());
    }

    @Test
    void identityUnderAnothersKeyShouldBeRefused() {
        Person other = Person.as(Person.owning(77).member(), bea.xId());

        assertThatThrownBy(() -> new RecordReader()
                        .input(identity(BUCKET, other.identity().key(), bea)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void identityInAnotherBucketsPartitionShouldBeRefused() {
        assertThatThrownBy(() -> new RecordReader()
                        .input(identity(
                                (BUCKET + 1) % Buckets.COUNT, bea.identity().key(), bea)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("another bucket");
    }

    @Test
    void recordOfAnotherTypeShouldBeRefused() {
        ConsumerRecord<byte[], byte[]> read = identity(BUCKET, bea.identity().key(), bea);
        read.headers().remove("ce_type").add("ce_type", "org.essaim.MemberMatches.v1".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new RecordReader().input(read)).isInstanceOf(UnreadableEventException.class);
    }
}
