package org.essaim.matcher.kafka;

import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.status.StatusBoard;
import org.jspecify.annotations.Nullable;

/**
 * Publishes changes on {@code matches.v1}, partition = bucket, and unreadable records on the dead letters of their topic.
 * Sending does not wait; {@link #flush} does, and fails when anything sent before was not acknowledged by all in-sync
 * replicas. Used by one loop.
 */
final class MatchesPublisher implements AutoCloseable {

    static final String SOURCE = "/essaim/matcher-service";

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final StatusBoard board;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    MatchesPublisher(Producer<byte[], byte[]> producer, InstantSource clock, StatusBoard board) {
        this.producer = producer;
        this.clock = clock;
        this.board = board;
    }

    /** Sends each change under its key, as part of the trace of what caused it. */
    void publish(List<MatchesChange> changes, Span cause) {
        for (MatchesChange change : changes) {
            ProducerRecord<byte[], byte[]> message = messageOf(change);
            TraceContext.inject(cause, message.headers());
            send(message);
            board.countPublished();
        }
    }

    private ProducerRecord<byte[], byte[]> messageOf(MatchesChange change) {
        String key = change.key().asText();
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        String topic = Topics.MATCHES.name();
        return switch (change) {
            case MatchesChange.Gone gone -> new ProducerRecord<>(topic, gone.bucket(), keyBytes, null);
            case MatchesChange.Standing(var matches) -> {
                CloudEvent event =
                        CloudEvent.causedBy(key + "|" + matches.revision(), SOURCE, clock.instant(), matches);
                ProducerRecord<byte[], byte[]> message =
                        new ProducerRecord<>(topic, matches.bucket(), keyBytes, event.value());
                event.headers()
                        .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                yield message;
            }
        };
    }

    /** Sends a record that nobody can read to where an operator finds it: untouched, and why. */
    void deadLetter(ConsumerRecord<byte[], byte[]> unreadable, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                unreadable.topic() + ".dlq", null, unreadable.key(), unreadable.value(), unreadable.headers());
        add(letter, "dead-letter-reason", reason);
        add(letter, "dead-letter-topic", unreadable.topic());
        add(letter, "dead-letter-partition", Integer.toString(unreadable.partition()));
        add(letter, "dead-letter-offset", Long.toString(unreadable.offset()));
        send(letter);
        board.countDeadLetter();
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void send(ProducerRecord<byte[], byte[]> message) {
        failOnLoss();
        var _ = producer.send(message, (_, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /** Waits until everything sent is acknowledged. */
    void flush() {
        producer.flush();
        failOnLoss();
    }

    /** Throws when something sent earlier was lost: what stands is then unknown, and only a restore mends it. */
    void failOnLoss() {
        Exception lost = failure.get();
        if (lost != null) {
            throw new KafkaException("matches were not acknowledged", lost);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
