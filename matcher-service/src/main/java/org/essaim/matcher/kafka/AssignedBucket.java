package org.essaim.matcher.kafka;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.BucketFigures;
import org.essaim.matcher.BucketInput;
import org.essaim.matcher.MatchFollows;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.kafka.records.RecordReader;
import org.essaim.matcher.kafka.records.StandingHeader;
import org.essaim.matcher.status.BucketStatus;
import org.essaim.matcher.store.Standing;
import org.jboss.logging.Logger;

/**
 * A bucket that the group gave to this loop: first restoring, then following. Restoring reads the published matches and both
 * inputs, each to where it ended when the bucket was assigned, and gives nothing out; then the differences are given out
 * once, and from there on records are matched as they come, those of one poll together.
 */
final class AssignedBucket implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AssignedBucket.class);

    /**
     * What a restore has to read, and what an earlier run had finished with.
     *
     * @param listsDone offset before which unreadable lists are dead-lettered already
     * @param identitiesDone the same for identities
     */
    record Past(
            OffsetRange lists, OffsetRange identities, OffsetRange published, long listsDone, long identitiesDone) {}

    private final int number;
    private final Past past;
    private final MatchFollows matching;
    private final StaleKeys stale = new StaleKeys();
    private Batch batch = new Batch();
    private boolean restored;
    private long nextList;
    private long nextIdentity;
    private long nextPublished;
    private long newestRevision;
    private long revisionBase;

    AssignedBucket(int number, Past past) {
        this.number = number;
        this.past = past;
        this.matching = new MatchFollows(number);
        this.nextList = past.lists().begin();
        this.nextIdentity = past.identities().begin();
        this.nextPublished = past.published().begin();
    }

    static TopicPartition lists(int bucket) {
        return new TopicPartition(Topics.FOLLOW_LISTS.name(), bucket);
    }

    static TopicPartition identities(int bucket) {
        return new TopicPartition(Topics.IDENTITIES.name(), bucket);
    }

    static TopicPartition published(int bucket) {
        return new TopicPartition(Topics.MATCHES.name(), bucket);
    }

    int number() {
        return number;
    }

    Past past() {
        return past;
    }

    boolean restored() {
        return restored;
    }

    /**
     * Reads a record of an input topic: what it says is taken up by the next {@link #match}, or at once while restoring.
     *
     * @param span of handling the record, which ends when it is matched
     */
    void read(ConsumerRecord<byte[], byte[]> read, RecordReader reader, Span span) throws UnreadableEventException {
        passed(read);
        BucketInput input = reader.input(read);
        stale.clear(read);
        if (restored) {
            batch.add(input, span);
        } else {
            matching.replay(input);
        }
    }

    /** Gives what the inputs read since the last time change, all together; nothing while restoring. */
    void match(BiConsumer<List<MatchesChange>, IntFunction<Span>> publish) {
        if (!batch.isEmpty()) {
            publish.accept(matching.match(batch.inputs(), revision()), batch::span);
            batch.end();
            batch = new Batch();
        }
    }

    private void passed(ConsumerRecord<byte[], byte[]> read) {
        if (isList(read)) {
            nextList = read.offset() + 1;
        } else {
            nextIdentity = read.offset() + 1;
        }
    }

    /** Marks the key of a record that could not be read; whether the record still has to be dead-lettered. */
    boolean markStale(ConsumerRecord<byte[], byte[]> unreadable) {
        stale.mark(unreadable);
        return unreadable.offset() >= (isList(unreadable) ? past.listsDone() : past.identitiesDone());
    }

    private static boolean isList(ConsumerRecord<byte[], byte[]> read) {
        return read.topic().equals(Topics.FOLLOW_LISTS.name());
    }

    /** Takes a record that an earlier run published. What nobody can read is published anew after the restore. */
    void takePublished(ConsumerRecord<byte[], byte[]> read) {
        try {
            takePublished(RecordReader.matchesKey(read), read);
        } catch (UnreadableEventException e) {
            LOG.warnf("published key is not ours and stays bucket=%d offset=%d", number, read.offset());
        }
    }

    private void takePublished(MemberId member, ConsumerRecord<byte[], byte[]> read) {
        try {
            StandingHeader last = RecordReader.published(read);
            newestRevision = Math.max(newestRevision, last == null ? 0 : last.revision());
            matching.published(member, last == null ? null : last.standing());
        } catch (UnreadableEventException e) {
            LOG.warnf("published matches cannot be read and are replaced bucket=%d offset=%d", number, read.offset());
            matching.published(member, Standing.UNREADABLE);
        }
    }

    /** Where the readers are now. Offsets without a record (compaction, markers) count as read. */
    void readersAt(long list, long identity, long published) {
        nextList = list;
        nextIdentity = identity;
        nextPublished = published;
    }

    /** Where the published matches ended when the past was read. */
    long publishedEnd() {
        return nextPublished;
    }

    boolean pastIsRead() {
        return nextList >= past.lists().end()
                && nextIdentity >= past.identities().end()
                && nextPublished >= past.published().end();
    }

    /** Ends the restore: gives the differences between what was published and what should stand. */
    List<MatchesChange> settle() {
        // Readers remember what was published: a correction after the restore must be newer, also when nothing was
        // read since, and when inputs were made anew and their offsets begin at 0 again.
        revisionBase = Math.max(0, newestRevision + 1 - nextList - nextIdentity);
        restored = true;
        List<MatchesChange> changes = matching.settle(stale.membersWithStaleList(), revision());
        stale.leaveLists(matching::isListOutdated);
        return changes;
    }

    private long revision() {
        return revisionBase + nextList + nextIdentity;
    }

    BucketStatus status(long listsLag, long identitiesLag) {
        long total = past.lists().size()
                + past.identities().size()
                + past.published().size();
        long done = past.lists().readAt(nextList)
                + past.identities().readAt(nextIdentity)
                + past.published().readAt(nextPublished);
        BucketFigures figures = matching.figures();
        int staleKeys = stale.size() + figures.outdatedKeys();
        return new BucketStatus(number, restored, total, done, figures, listsLag, identitiesLag, staleKeys);
    }

    /** Gives the memory of the bucket back. */
    @Override
    public void close() {
        matching.close();
    }
}
