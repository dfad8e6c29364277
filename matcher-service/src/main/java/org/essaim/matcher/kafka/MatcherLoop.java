package org.essaim.matcher.kafka;

import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.kafka.clients.KafkaClients;
import org.essaim.matcher.kafka.records.RecordReader;
import org.essaim.matcher.kafka.records.TraceContext;
import org.essaim.matcher.status.LoopStatus;
import org.essaim.matcher.status.StatusBoard;
import org.jboss.logging.Logger;

/**
 * One member of the consumer group on one thread: identities first, then a batch of lists, then what a restore needs, over
 * and over. Everything it holds is its thread's own; others see it through the {@link StatusBoard}.
 *
 * <p>It never goes on after a failure: what stands would be unknown. Whoever runs it begins again with a new one, which
 * restores its buckets.
 */
final class MatcherLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MatcherLoop.class);
    private static final Duration IDLE_WAIT = Duration.ofMillis(20);
    private static final Duration IDENTITY_TURN = Duration.ofMillis(100);
    private static final Duration TOGETHER = Duration.ofMillis(250);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(5);
    private static final int CROWD = 50;
    private static final Duration CROWD_TOGETHER = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TWO_OF_A_CROWD = Duration.ofMillis(50);
    private static final Duration REPORT = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final int number;
    private final StatusBoard board;
    private final TraceContext traces;
    private final RecordReader reader = new RecordReader();
    private final MatchesPublisher publisher;
    private final BucketReaders readers;
    private final Pace commits;
    private final Pace reports;
    private final Pace looks;
    private final Pace identityTurns;
    private boolean listsFlow;
    private boolean moreIdentities;
    private boolean failed;

    MatcherLoop(int number, KafkaClients clients, MatchesPublisher publisher, TraceContext traces, StatusBoard board) {
        this.number = number;
        this.board = board;
        this.traces = traces;
        this.publisher = publisher;
        this.readers = new BucketReaders(clients, number, this::commit);
        this.commits = new Pace(clients.settings().commitInterval(), System::nanoTime);
        this.reports = new Pace(REPORT, System::nanoTime);
        this.looks = new Pace(LOOK, System::nanoTime);
        this.identityTurns = new Pace(IDENTITY_TURN, System::nanoTime);
    }

    /** Reads, matches and publishes until it is to end; then everything published is acknowledged and committed. */
    void run(BooleanSupplier toEnd) {
        boolean inOrder = false;
        try {
            boolean busy = false;
            while (!toEnd.getAsBoolean()) {
                busy = turn(busy ? Duration.ZERO : IDLE_WAIT);
            }
            commit();
            inOrder = true;
        } finally {
            // Also by an error, as when the memory of the lists is full.
            failed = !inOrder;
        }
    }

    /** One round; whether there was anything to do. */
    private boolean turn(Duration wait) {
        boolean busy = false;
        if (identitiesAreDue()) {
            busy = takeIdentities(listsFlow ? Duration.ZERO : wait);
        }
        ConsumerRecords<byte[], byte[]> lists = readers.lists(wait);
        read(lists);
        matchWhatWasRead();
        listsFlow = !lists.isEmpty();
        busy |= listsFlow;
        busy |= restore();
        publisher.failOnLoss();
        if (commits.due()) {
            commit();
        }
        if (reports.due()) {
            report();
        }
        if (!busy && looks.due()) {
            lookForForeignMatches();
        }
        return busy;
    }

    /**
     * Identities go first. Only while lists come without end they are looked at every so often and not every time: those that
     * came meanwhile then share one reading of all lists of their bucket.
     */
    private boolean identitiesAreDue() {
        return identityTurns.due() || moreIdentities || !listsFlow;
    }

    /**
     * Identities that come together are matched together, as the same lists name many of them: while they keep coming they are
     * only read, for a quarter of a second at most; for two seconds when they are a crowd, which concerns nearly every list anyway.
     * Whether there were any.
     */
    private boolean takeIdentities(Duration wait) {
        ConsumerRecords<byte[], byte[]> identities = readers.identities(wait);
        if (identities.isEmpty()) {
            moreIdentities = false;
            return false;
        }
        long begun = System.nanoTime();
        int count = 0;
        while (!identities.isEmpty()) {
            read(identities);
            count += identities.count();
            boolean crowd = count > CROWD;
            moreIdentities = System.nanoTime() - begun > (crowd ? CROWD_TOGETHER : TOGETHER).toNanos();
            identities = moreIdentities
                    ? ConsumerRecords.empty()
                    : readers.identities(crowd ? BETWEEN_TWO_OF_A_CROWD : BETWEEN_TWO);
        }
        matchWhatWasRead();
        return true;
    }

    private void read(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            AssignedBucket bucket = readers.bucket(partition.partition());
            if (bucket != null) {
                List<ConsumerRecord<byte[], byte[]>> ofBucket = records.records(partition);
                ofBucket.forEach(read -> read(bucket, read));
                board.countInputs(bucket.restored() ? ofBucket.size() : 0);
            }
        }
    }

    private void read(AssignedBucket bucket, ConsumerRecord<byte[], byte[]> read) {
        Span span = bucket.restored() ? traces.handling(read) : Span.getInvalid();
        try {
            bucket.read(read, reader, span);
        } catch (UnreadableEventException e) {
            TraceContext.failed(span);
            refuse(bucket, read, String.valueOf(e.getMessage()));
        }
    }

    /** What was read of a bucket is matched together: a member whom several records concern is published once. */
    private void matchWhatWasRead() {
        readers.buckets().forEach(bucket -> bucket.match(publisher::publish));
    }

    private void refuse(AssignedBucket bucket, ConsumerRecord<byte[], byte[]> unreadable, String reason) {
        if (bucket.markStale(unreadable)) {
            LOG.errorf(
                    "unreadable record, its key is stale topic=%s partition=%d offset=%d reason=%s",
                    unreadable.topic(), unreadable.partition(), unreadable.offset(), reason);
            publisher.deadLetter(unreadable, reason);
        }
    }

    /** Brings buckets that are being restored forward; whether there are any. */
    private boolean restore() {
        readers.published().forEach(this::takePublished);
        List<AssignedBucket> restored = new ArrayList<>();
        boolean restoring = false;
        for (AssignedBucket bucket : readers.buckets()) {
            if (!bucket.restored()) {
                restoring = true;
                readers.locate(bucket);
                if (bucket.pastIsRead()) {
                    publisher.begin(bucket.number(), bucket.publishedEnd());
                    publisher.publish(bucket.settle(), _ -> Span.getInvalid());
                    restored.add(bucket);
                }
            }
        }
        if (!restored.isEmpty()) {
            publisher.flush();
            readers.restored(restored);
            LOG.infof("buckets restored count=%d", restored.size());
            report();
        }
        return restoring;
    }

    private void takePublished(ConsumerRecord<byte[], byte[]> read) {
        AssignedBucket bucket = readers.bucket(read.partition());
        if (bucket != null && !bucket.restored()) {
            bucket.takePublished(read);
        }
    }

    /** Also called when buckets are handed over, and so when a failed loop closes: it has read more than it matched. */
    private void commit() {
        if (!failed) {
            matchWhatWasRead();
        }
        Map<TopicPartition, OffsetAndMetadata> done = failed ? Map.of() : readers.uncommitted();
        if (!done.isEmpty()) {
            publisher.flush();
            readers.commit(done);
        }
    }

    /**
     * An instance that was asleep for longer than its session may, when it wakes, still send what it had computed: then its word is
     * the last of a key that is ours. Where we go on publishing we meet it by its offset; where nothing happens it is looked for.
     */
    private void lookForForeignMatches() {
        publisher.flush();
        readers.endsOfPublished().forEach(publisher::demandOwnEnd);
    }

    private void report() {
        if (readers.joined()) {
            board.write(number, new LoopStatus(true, null, readers.status()));
        }
    }

    @Override
    public void close() {
        readers.close();
    }
}
