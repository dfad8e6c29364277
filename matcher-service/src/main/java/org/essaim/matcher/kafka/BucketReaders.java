package org.essaim.matcher.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.essaim.contracts.Topics;
import org.essaim.matcher.kafka.AssignedBucket.Past;
import org.essaim.matcher.kafka.clients.KafkaClients;
import org.essaim.matcher.status.BucketStatus;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the partitions of the buckets that the group gives to this loop. The group is formed over {@code identities.v1}
 * alone; a second reader follows with the same partitions of {@code follow.lists.v1}. So the same number is at the same
 * instance by construction, whichever assignor the group uses (a cooperative one gives no such promise for two topics), and a
 * backlog of lists never fills the fetches that identities come with. A third reader has {@code matches.v1} of buckets that
 * are being restored.
 *
 * <p>Used by one thread; assignments change inside {@link #identities}.
 */
final class BucketReaders implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BucketReaders.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration ASK = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> group;
    private final KafkaConsumer<byte[], byte[]> lists;
    private final KafkaConsumer<byte[], byte[]> published;
    private final Map<Integer, AssignedBucket> buckets = new TreeMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private boolean joined;

    /**
     * @param beforeHandOver called while buckets that move elsewhere are still held, so that what they gave out can be
     *     acknowledged before another instance reads it
     */
    BucketReaders(KafkaClients clients, int loop, Runnable beforeHandOver) {
        this.group = clients.groupMember(loop);
        this.lists = clients.listsReader();
        this.published = clients.publishedReader();
        group.subscribe(List.of(Topics.IDENTITIES.name()), new Assignments(beforeHandOver));
    }

    /** Whether the group has said which buckets are ours, if only that there are none. */
    boolean joined() {
        return joined;
    }

    @Nullable
    AssignedBucket bucket(int number) {
        return buckets.get(number);
    }

    Collection<AssignedBucket> buckets() {
        return List.copyOf(buckets.values());
    }

    /** The next identities; in this call buckets may come and go. */
    ConsumerRecords<byte[], byte[]> identities(Duration longest) {
        return group.poll(longest);
    }

    ConsumerRecords<byte[], byte[]> lists(Duration longest) {
        return lists.assignment().isEmpty() ? ConsumerRecords.empty() : lists.poll(longest);
    }

    /** What earlier runs published, as long as a bucket is being restored. */
    ConsumerRecords<byte[], byte[]> published() {
        return published.assignment().isEmpty() ? ConsumerRecords.empty() : published.poll(Duration.ZERO);
    }

    /** Tells a bucket that is being restored how far its readers are. */
    void locate(AssignedBucket bucket) {
        int number = bucket.number();
        bucket.readersAt(
                lists.position(AssignedBucket.lists(number)),
                group.position(AssignedBucket.identities(number)),
                published.position(AssignedBucket.published(number)));
    }

    /** These buckets need their published matches no more. */
    void restored(Collection<AssignedBucket> done) {
        done.forEach(bucket -> drop(published, AssignedBucket.published(bucket.number())));
    }

    /** Where the published matches of each restored bucket end; none while the brokers do not say. */
    Map<Integer, Long> endsOfPublished() {
        List<TopicPartition> partitions = buckets.values().stream()
                .filter(AssignedBucket::restored)
                .map(bucket -> AssignedBucket.published(bucket.number()))
                .toList();
        Map<Integer, Long> ends = new HashMap<>();
        try {
            published.endOffsets(partitions, ASK).forEach((partition, end) -> ends.put(partition.partition(), end));
        } catch (RetriableException e) {
            LOG.debug("where matches end is asked again later", e);
        }
        return ends;
    }

    /** The offsets up to which restored buckets are matched, where they differ from what is committed. */
    Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (AssignedBucket bucket : buckets.values()) {
            if (bucket.restored()) {
                addUncommitted(done, group, AssignedBucket.identities(bucket.number()));
                addUncommitted(done, lists, AssignedBucket.lists(bucket.number()));
            }
        }
        return done;
    }

    private void addUncommitted(
            Map<TopicPartition, OffsetAndMetadata> done,
            KafkaConsumer<byte[], byte[]> reader,
            TopicPartition partition) {
        OffsetAndMetadata now = new OffsetAndMetadata(reader.position(partition));
        if (!now.equals(committed.get(partition))) {
            done.put(partition, now);
        }
    }

    /** Commits, for both topics as the one group. A group that is just changing refuses: the next time will do. */
    void commit(Map<TopicPartition, OffsetAndMetadata> done) {
        try {
            group.commitSync(done);
            committed.putAll(done);
        } catch (RebalanceInProgressException | CommitFailedException e) {
            LOG.debug("offsets are committed after the rebalance", e);
        }
    }

    List<BucketStatus> status() {
        return buckets.values().stream()
                .map(bucket -> bucket.status(
                        lists.currentLag(AssignedBucket.lists(bucket.number())).orElse(0),
                        group.currentLag(AssignedBucket.identities(bucket.number()))
                                .orElse(0)))
                .toList();
    }

    private void open(Collection<TopicPartition> assigned) {
        List<Integer> numbers =
                assigned.stream().map(TopicPartition::partition).sorted().toList();
        Set<TopicPartition> inputs = new HashSet<>();
        Set<TopicPartition> all = new HashSet<>();
        for (int number : numbers) {
            inputs.addAll(List.of(AssignedBucket.lists(number), AssignedBucket.identities(number)));
            all.add(AssignedBucket.published(number));
        }
        all.addAll(inputs);
        Map<TopicPartition, Long> begins = this.lists.beginningOffsets(all);
        Map<TopicPartition, Long> ends = this.lists.endOffsets(all);
        Map<TopicPartition, OffsetAndMetadata> done = group.committed(inputs);
        for (int number : numbers) {
            OffsetRange lists = range(AssignedBucket.lists(number), begins, ends);
            OffsetRange identities = range(AssignedBucket.identities(number), begins, ends);
            Past past = new Past(
                    lists,
                    identities,
                    range(AssignedBucket.published(number), begins, ends),
                    doneBefore(done.get(AssignedBucket.lists(number)), lists),
                    doneBefore(done.get(AssignedBucket.identities(number)), identities));
            start(new AssignedBucket(number, past));
        }
    }

    private void start(AssignedBucket bucket) {
        int number = bucket.number();
        group.seek(AssignedBucket.identities(number), bucket.past().identities().begin());
        add(lists, AssignedBucket.lists(number), bucket.past().lists().begin());
        add(
                published,
                AssignedBucket.published(number),
                bucket.past().published().begin());
        buckets.put(number, bucket);
    }

    private void close(Collection<TopicPartition> gone) {
        for (TopicPartition partition : gone) {
            int number = partition.partition();
            AssignedBucket bucket = buckets.remove(number);
            if (bucket != null) {
                bucket.close();
            }
            committed.keySet().removeIf(known -> known.partition() == number);
            drop(lists, AssignedBucket.lists(number));
            drop(published, AssignedBucket.published(number));
        }
    }

    private static OffsetRange range(
            TopicPartition partition, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        return new OffsetRange(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L));
    }

    /** The committed offset; one beyond the end belongs to a topic that was made anew since. */
    private static long doneBefore(@Nullable OffsetAndMetadata committed, OffsetRange there) {
        return committed == null || committed.offset() > there.end() ? 0 : committed.offset();
    }

    private static void add(KafkaConsumer<byte[], byte[]> reader, TopicPartition partition, long from) {
        List<TopicPartition> assignment = new ArrayList<>(reader.assignment());
        assignment.add(partition);
        reader.assign(assignment);
        reader.seek(partition, from);
    }

    private static void drop(KafkaConsumer<byte[], byte[]> reader, TopicPartition partition) {
        Set<TopicPartition> assignment = new HashSet<>(reader.assignment());
        if (assignment.remove(partition)) {
            reader.assign(assignment);
        }
    }

    @Override
    public void close() {
        List.of(group, lists, published).forEach(BucketReaders::close);
        buckets.values().forEach(AssignedBucket::close);
    }

    /** The group's farewell is the last chance of {@code beforeHandOver}, which may fail; the others close all the same. */
    private static void close(KafkaConsumer<byte[], byte[]> reader) {
        try {
            reader.close(CloseOptions.timeout(CLOSE));
        } catch (KafkaException e) {
            LOG.warn("a reader did not close in order", e);
        }
    }

    /** What the group tells of buckets that come and go. */
    private final class Assignments implements ConsumerRebalanceListener {

        private final Runnable beforeHandOver;

        Assignments(Runnable beforeHandOver) {
            this.beforeHandOver = beforeHandOver;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.infof("buckets assigned count=%d", partitions.size());
            open(partitions);
            joined = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            LOG.infof("buckets handed over count=%d", partitions.size());
            beforeHandOver.run();
            close(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            LOG.warnf("buckets lost count=%d", partitions.size());
            close(partitions);
        }
    }
}
