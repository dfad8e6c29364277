package org.essaim.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;

/**
 * Many people at once, from the first byte of the first HTTP body to the last acknowledged record: a record for each
 * bucket and a result each, told in the transaction that made the rows. In rounds, each of new members on the same servers; others upload
 * before the first one, unless asked not to.
 */
final class CampaignBench {

    private final Options options;
    private final Bodies bodies;
    private final String name;
    private long expected;

    CampaignBench(Options options, Bodies bodies, String name) {
        this.options = options;
        this.bodies = bodies;
        this.name = name;
    }

    /** Prints every round, and gives the middle one. */
    Map<String, Object> run() throws IOException, InterruptedException {
        Path corpus = new Campaign(options.members(), options.followings()).write(bodies, options.folder());
        List<String> flags = options.cache() ? train(corpus) : List.of();
        List<Double> rounds = new ArrayList<>();
        expected = 0;
        try (House house = House.start(options.folder(), flags);
                Door door = new Door(house, bodies.kind());
                Admin admin = Admin.create(Map.of("bootstrap.servers", house.bootstrapServers()))) {
            People people = new People(door.port());
            warmUp(people, admin, corpus);
            for (int round = 0; round < options.repeats(); round++) {
                rounds.add(round(house, people, admin, corpus));
            }
        }
        return figures(rounds);
    }

    private void warmUp(People people, Admin admin, Path corpus) throws IOException, InterruptedException {
        send(people, admin, corpus, options.members() - Math.min(options.warmUp(), options.members()));
    }

    /**
     * Has archive-ingest learn from the uploads of the warm-up, as its README tells an operator: the JVM writes down at its end
     * which classes it loaded and which code ran hot (AOT cache of JDK 25). Gives the flags to begin with that.
     */
    private List<String> train(Path corpus) throws IOException, InterruptedException {
        Path cache = options.folder().resolve("ingest.aot");
        try (House house = House.start(options.folder(), List.of("-XX:AOTCacheOutput=" + cache));
                Door door = new Door(house, bodies.kind());
                Admin admin = Admin.create(Map.of("bootstrap.servers", house.bootstrapServers()))) {
            warmUp(new People(door.port()), admin, corpus);
        }
        return List.of("-XX:AOTCache=" + cache);
    }

    private double round(House house, People people, Admin admin, Path corpus)
            throws IOException, InterruptedException {
        Map<String, Double> before = house.processorSeconds();
        long start = System.nanoTime();
        double uploaded = send(people, admin, corpus, 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %d %s with %d followings: %.1f s, the last body was in after %.1f s; %.0f followings/s%n",
                name,
                options.members(),
                bodies,
                options.followings(),
                seconds,
                uploaded,
                options.followings() / seconds);
        System.out.println("  processor seconds: "
                + house.processorSeconds().entrySet().stream()
                        .map(used ->
                                used.getKey() + " " + IngestBench.decimal(used.getValue() - before.get(used.getKey())))
                        .collect(Collectors.joining(", ")));
        return seconds;
    }

    /** Sends the bodies from a number on and waits for their records; gives the seconds until the last body was in. */
    private double send(People people, Admin admin, Path corpus, int from) throws IOException, InterruptedException {
        long start = System.nanoTime();
        people.send(corpus, from, options.members());
        double uploaded = (System.nanoTime() - start) / 1e9;
        expected += options.members() - from;
        while (records(admin, Topics.FOLLOW_LISTS) < expected * Topics.FOLLOW_LISTS.partitions()
                || records(admin, Topics.ARCHIVE_RESULTS) < expected) {
            Thread.sleep(100);
        }
        return uploaded;
    }

    private Map<String, Object> figures(List<Double> rounds) {
        double middle = rounds.stream().sorted().toList().get(rounds.size() / 2);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(name + "_s", IngestBench.decimal(middle));
        figures.put(
                name + "_all_s", rounds.stream().map(IngestBench::decimal).collect(Collectors.joining(",", "[", "]")));
        figures.put(name + "_edges_per_s", Math.round(options.followings() / middle));
        return figures;
    }

    /** How many records the broker has acknowledged. */
    private static long records(Admin admin, Topic topic) throws InterruptedException, IOException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }
}
