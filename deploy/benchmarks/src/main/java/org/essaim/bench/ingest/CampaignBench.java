package org.essaim.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.essaim.contracts.Topic;
import org.essaim.contracts.Topics;

/**
 * Many people at once, from the first byte of the first HTTP body to the last acknowledged record: 64 bucket records and a
 * result each, told in the transaction that made the rows.
 */
final class CampaignBench {

    private static final int WARM_UP = 500;
    private static final int AT_ONCE = 32;

    private final Options options;
    private final Bodies bodies;
    private final String name;

    CampaignBench(Options options, Bodies bodies, String name) {
        this.options = options;
        this.bodies = bodies;
        this.name = name;
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Path corpus = new Campaign(options.members(), options.followings()).write(bodies, options.folder());
        try (House house = House.start(options.folder());
                Door door = new Door(house, bodies.kind());
                Admin admin = Admin.create(Map.of("bootstrap.servers", house.bootstrapServers()))) {
            int warmUp = Math.min(WARM_UP, options.members());
            upload(door, corpus, options.members() - warmUp, options.members());
            await(admin, warmUp);
            List<Double> before = house.processorSeconds();
            long start = System.nanoTime();
            upload(door, corpus, 0, options.members());
            double uploaded = (System.nanoTime() - start) / 1e9;
            await(admin, warmUp + (long) options.members());
            double seconds = (System.nanoTime() - start) / 1e9;
            return told(seconds, uploaded, before, house.processorSeconds());
        }
    }

    private Map<String, Object> told(double seconds, double uploaded, List<Double> before, List<Double> after) {
        System.out.printf(
                "%s: %d %s with %d followings: %.1f s, the last body was in after %.1f s; %.0f followings/s%n",
                name,
                options.members(),
                bodies,
                options.followings(),
                seconds,
                uploaded,
                options.followings() / seconds);
        System.out.printf(
                "  processor seconds: broker %.1f, archive-ingest %.1f%n",
                after.get(0) - before.get(0), after.get(2) - before.get(2));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(name + "_s", IngestBench.decimal(seconds));
        figures.put(name + "_edges_per_s", Math.round(options.followings() / seconds));
        return figures;
    }

    /** Sends the bodies, a few at once, each as a member of its own. */
    private void upload(Door door, Path corpus, int from, int to) throws InterruptedException {
        Semaphore turns = new Semaphore(AT_ONCE);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int member = from; member < to; member++) {
                turns.acquire();
                Path body = corpus.resolve(Integer.toString(member));
                threads.execute(() -> {
                    try {
                        send(http, door, UUID.randomUUID(), body);
                    } finally {
                        turns.release();
                    }
                });
            }
        }
    }

    static void send(HttpClient http, Door door, UUID member, Path body) {
        URI address = URI.create("http://127.0.0.1:" + door.port() + "/" + member);
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .PUT(HttpRequest.BodyPublishers.ofFile(body))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IllegalStateException("an upload was answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(Admin admin, long members) throws InterruptedException, IOException {
        while (records(admin, Topics.FOLLOW_LISTS) < members * Topics.FOLLOW_LISTS.partitions()
                || records(admin, Topics.ARCHIVE_RESULTS) < members) {
            Thread.sleep(100);
        }
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
