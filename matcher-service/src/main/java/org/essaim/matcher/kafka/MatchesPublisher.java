package org.essaim.matcher.kafka;

import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.json.MatchesJson;
import org.essaim.matcher.kafka.records.StandingHeader;
import org.essaim.matcher.kafka.records.TraceContext;
import org.essaim.matcher.status.StatusBoard;
import org.jspecify.annotations.Nullable;

/**
 * Publishes changes on {@code matches.v1}, partition = bucket, and unreadable records on the dead letters of their topic.
 * Sending does not wait; {@link #flush} does, and fails when anything sent before was not acknowledged by all in-sync
 * replicas. Used by one loop; a thread of its own writes the records.
 */
final class MatchesPublisher implements AutoCloseable {

    static final String SOURCE = "/essaim/matcher-service";

    private static final String TOPIC = Topics.MATCHES.name();

    /** The headers that every record has alike. */
    private static final List<Header> ENVELOPE = List.of(
            header("ce_specversion", "1.0"),
            header(CloudEvent.TYPE_HEADER, CloudEvent.typeOf(MemberMatches.class)),
            header("ce_source", SOURCE),
            header("content-type", "application/json"));

    private static final Duration CLOSE = Duration.ofSeconds(10);

    /** Batches of changes that wait to be written: few, as an arrival waits behind them. */
    private static final int BATCHES = 2;

    private final Producer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final StatusBoard board;
    private final MatchesJson json = new MatchesJson();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Writing and compressing a record costs as much as finding what it says: both are done at once. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("matches-writer").factory());

    private final Semaphore room = new Semaphore(BATCHES);

    /** The offset of the next record of each bucket. */
    private final AtomicLongArray next = new AtomicLongArray(Buckets.COUNT);

    MatchesPublisher(Producer<byte[], byte[]> producer, InstantSource clock, StatusBoard board) {
        this.producer = producer;
        this.clock = clock;
        this.board = board;
    }

    /** Nobody else writes to this bucket from here on, as long as it is ours: its next record will stand at this offset. */
    void begin(int bucket, long offset) {
        next.set(bucket, offset);
    }

    /**
     * Everything sent is acknowledged, and the bucket ends here.
     *
     * @throws KafkaException when somebody else wrote to it
     */
    void demandOwnEnd(int bucket, long end) {
        // A new leader may not know yet that the last ones are committed: its end is lower for a moment.
        if (end > next.get(bucket)) {
            throw foreignRecord(bucket);
        }
    }

    /**
     * Sends each change under its key, while the loop goes on.
     *
     * @param traces of the inputs that caused them, by {@link MatchesChange#cause}; asked later, on another thread
     */
    void publish(List<MatchesChange> changes, IntFunction<Span> traces) {
        if (changes.isEmpty()) {
            return;
        }
        failOnLoss();
        room.acquireUninterruptibly();
        writer.execute(() -> write(changes, traces));
        board.countPublished(changes.size());
    }

    private void write(List<MatchesChange> changes, IntFunction<Span> traces) {
        try {
            Header time = header("ce_time", clock.instant().toString());
            for (MatchesChange change : changes) {
                ProducerRecord<byte[], byte[]> message = messageOf(change, time);
                TraceContext.inject(traces.apply(change.cause()), message.headers());
                send(message, this::acknowledged);
            }
        } catch (Throwable e) {
            // Also an error, as when memory is full: whoever flushes must know that something was not sent.
            noteLoss(e);
        } finally {
            room.release();
        }
    }

    private ProducerRecord<byte[], byte[]> messageOf(MatchesChange change, Header time) {
        int bucket = change.key().bucket();
        byte[] key = json.key(change.key());
        return switch (change) {
            case MatchesChange.Gone _ -> new ProducerRecord<>(TOPIC, bucket, key, null);
            case MatchesChange.Standing standing -> {
                ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(TOPIC, bucket, key, json.write(standing));
                ENVELOPE.forEach(message.headers()::add);
                message.headers()
                        .add("ce_id", json.id(standing))
                        .add(time)
                        .add(StandingHeader.NAME, StandingHeader.of(standing));
                yield message;
            }
        };
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a record that nobody can read to where an operator finds it: untouched, and why. */
    void deadLetter(ConsumerRecord<byte[], byte[]> unreadable, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                unreadable.topic() + ".dlq", null, unreadable.key(), unreadable.value(), unreadable.headers());
        add(letter, "dead-letter-reason", reason);
        add(letter, "dead-letter-topic", unreadable.topic());
        add(letter, "dead-letter-partition", Integer.toString(unreadable.partition()));
        add(letter, "dead-letter-offset", Long.toString(unreadable.offset()));
        send(letter, (_, lost) -> noteLoss(lost));
        board.countDeadLetter();
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void send(ProducerRecord<byte[], byte[]> message, Callback callback) {
        failOnLoss();
        var _ = producer.send(message, callback);
    }

    /** Matches stand one behind the other: a gap is a record of somebody else, who may have overwritten one of ours. */
    private void acknowledged(RecordMetadata at, @Nullable Exception lost) {
        noteLoss(lost);
        if (lost == null && !next.compareAndSet(at.partition(), at.offset(), at.offset() + 1)) {
            noteLoss(foreignRecord(at.partition()));
        }
    }

    private void noteLoss(@Nullable Throwable lost) {
        if (lost != null) {
            failure.compareAndSet(null, lost);
        }
    }

    private static KafkaException foreignRecord(int bucket) {
        return new KafkaException("somebody else wrote matches of bucket " + bucket);
    }

    /** Waits until everything sent is acknowledged. */
    void flush() {
        room.acquireUninterruptibly(BATCHES);
        room.release(BATCHES);
        producer.flush();
        failOnLoss();
    }

    /** Throws when something sent earlier was lost or may be overwritten: what stands is then unknown, and only a restore mends it. */
    void failOnLoss() {
        Throwable lost = failure.get();
        if (lost instanceof Error error) {
            throw error;
        }
        if (lost != null) {
            throw new KafkaException("what stands is not what was published: " + lost.getMessage(), lost);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        producer.close(CLOSE);
    }
}
