package org.essaim.gateway.operators.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.gateway.kafka.Records;
import org.essaim.gateway.matches.Matches;
import org.essaim.gateway.operators.MatchView;
import org.essaim.gateway.operators.RebuiltBuckets;
import org.essaim.platform.jobs.Job;
import org.essaim.platform.jobs.JobHandler;
import org.jboss.logging.Logger;

/**
 * Reads {@code matches.v1} from its beginning to where it ended when this began, beside the usual consumer, and projects every record
 * anew; buckets that the topic does not know any more go at the end. Decisions stay. May be cut off and begun again.
 */
@ApplicationScoped
class RebuildMatches implements JobHandler {

    private static final Logger LOG = Logger.getLogger(RebuildMatches.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> broker;
    private final Matches matches;
    private final RebuiltBuckets buckets;

    RebuildMatches(
            @Identifier("default-kafka-broker") Map<String, Object> broker, Matches matches, RebuiltBuckets buckets) {
        this.broker = broker;
        this.matches = matches;
        this.buckets = buckets;
    }

    @Override
    public String kind() {
        return MatchView.JOB;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) {
        buckets.doubtAll();
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.keySet().removeIf(key -> key.startsWith("key.") || key.startsWith("value.") || key.equals("group.id"));
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(Topics.MATCHES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                project(reader.poll(POLL));
            }
        }
        forgetTheRest();
        buckets.done(job.id());
    }

    private void project(Iterable<ConsumerRecord<String, byte[]>> poll) {
        Map<MemberBucket, MemberMatches> last = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : poll) {
            MemberBucket bucket = MemberBucket.fromText(message.key());
            last.remove(bucket);
            if (message.value() != null) {
                read(message, last, bucket);
            }
        }
        if (!last.isEmpty()) {
            matches.project(new ArrayList<>(last.values()));
        }
    }

    /** One that cannot be read is among the dead letters already. */
    private static void read(
            ConsumerRecord<String, byte[]> message, Map<MemberBucket, MemberMatches> last, MemberBucket bucket) {
        try {
            last.put(bucket, Records.read(message, MemberMatches.class));
        } catch (UnreadableEventException | IllegalArgumentException e) {
            LOG.warnf(
                    "a record of matches is passed over partition=%d offset=%d", message.partition(), message.offset());
        }
    }

    private void forgetTheRest() {
        for (List<MemberBucket> some = buckets.doubted(); !some.isEmpty(); some = buckets.doubted()) {
            some.forEach(matches::forget);
        }
    }
}
