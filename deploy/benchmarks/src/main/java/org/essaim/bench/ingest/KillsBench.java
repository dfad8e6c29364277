package org.essaim.bench.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowList;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;

/**
 * Kills archive-ingest at moments of chance between upload and result, and starts it again. In the end every member must have
 * exactly one generation, told once or again in the same words, whose buckets hold just what was uploaded.
 */
final class KillsBench {

    private static final int UPLOADS_PER_KILL = 10;
    private static final long LONGEST_MILLIS = 1_500;
    /** How long after the last kill records may be missing: a lease of 15 s, and a crowded machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Options options;
    private final SplittableRandom random = new SplittableRandom(IngestBench.SEED);
    /** How many followings each member brought. */
    private final Map<UUID, Integer> brought = new HashMap<>();

    KillsBench(Options options) {
        this.options = options;
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Path body = options.folder().resolve("kills.body");
        try (House house = House.start(options.folder());
                Door door = new Door(house, Bodies.EXTRACTS.kind())) {
            People people = new People(door.port());
            for (int kill = 0; kill < options.kills(); kill++) {
                upload(people, body);
                LockSupport.parkNanos(random.nextLong(LONGEST_MILLIS) * 1_000_000);
                house.killService();
                house.startService();
            }
            check(house);
        }
        System.out.printf(
                "kills: %d kills, %d uploads: each one generation, the records it was made of%n",
                options.kills(), brought.size());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", options.kills());
        figures.put("kills_uploads", brought.size());
        return figures;
    }

    private void upload(People people, Path body) throws IOException {
        for (int upload = 0; upload < UPLOADS_PER_KILL; upload++) {
            UUID member = UUID.randomUUID();
            long[] ids = random.longs(random.nextInt(1, 3_000), 1, Long.MAX_VALUE)
                    .distinct()
                    .toArray();
            Bodies.EXTRACTS.write(1_000, ids, body);
            people.send(member, body);
            brought.put(member, ids.length);
        }
    }

    private void check(House house) {
        Map<MemberBucket, FollowList> lists = new HashMap<>();
        Map<String, Set<String>> results = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", house.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(Topics.FOLLOW_LISTS, Topics.ARCHIVE_RESULTS)
                    .flatMap(KillsBench::partitions)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant latest = Instant.now().plus(PATIENCE);
            while (results.size() < brought.size() || lists.size() < brought.size() * Buckets.COUNT) {
                require(Instant.now().isBefore(latest), "every upload was told");
                consumer.poll(Duration.ofSeconds(1)).forEach(told -> note(told, lists, results));
            }
        }
        Map<UUID, Integer> found = new HashMap<>();
        lists.forEach((bucket, list) ->
                found.merge(bucket.member().value(), list.followings().size(), Integer::sum));
        require(found.equals(brought), "the records hold what was uploaded");
        require(results.values().stream().allMatch(told -> told.size() == 1), "each result was told in one wording");
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private static void note(
            ConsumerRecord<byte[], byte[]> told,
            Map<MemberBucket, FollowList> lists,
            Map<String, Set<String>> results) {
        if (told.topic().equals(Topics.FOLLOW_LISTS.name())) {
            FollowList list = FollowList.unpack(told.value());
            require(list.generation() == 1, "there is one generation");
            FollowList before = lists.put(MemberBucket.fromBytes(told.key()), list);
            require(before == null || before.equals(list), "a repeat says the same");
        } else {
            String member = new String(told.key(), StandardCharsets.UTF_8);
            String id = new String(told.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
            results.computeIfAbsent(MemberId.of(member).asString(), any -> new HashSet<>())
                    .add(id);
        }
    }

    private static void require(boolean held, String what) {
        if (!held) {
            throw new IllegalStateException("after the kills it does not hold that " + what);
        }
    }
}
