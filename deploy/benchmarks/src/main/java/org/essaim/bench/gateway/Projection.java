package org.essaim.bench.gateway;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.essaim.bench.Waiting;
import org.essaim.bench.town.Town;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.Evidence;
import org.essaim.contracts.Match;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.Topics;
import org.essaim.contracts.json.CloudEvent;

/** All matches of a town, told as the matcher tells them: a record for each member and bucket, empty ones too. */
final class Projection {

    /** The database counts for itself, within a second; counting the rows would be work beside the work. */
    private static final String INSERTED = "select n_tup_ins from pg_stat_user_tables where relname = 'standing_match'";

    private static final String STANDING = "select count(*) from standing_match";

    private final House house;
    private final Town town;

    Projection(House house, Town town) {
        this.house = house;
        this.town = town;
    }

    /**
     * What it took.
     *
     * @param rows that stand in the end
     * @param seconds from the first record sent to the last row
     * @param sentSeconds until the last record was acknowledged to its sender
     */
    record Took(long rows, double seconds, double sentSeconds) {

        double rowsPerSecond() {
            return rows / seconds;
        }
    }

    Took run() throws SQLException {
        long expected = town.expectedMatches();
        try (Connection database = house.database();
                Statement statement = database.createStatement()) {
            long begun = System.nanoTime();
            send();
            double sent = Waiting.secondsSince(begun);
            Waiting.until("every match projected", () -> {
                Waiting.pause(100);
                return number(statement, INSERTED) >= expected;
            });
            double seconds = Waiting.secondsSince(begun);
            long rows = number(statement, STANDING);
            if (rows != expected) {
                throw new IllegalStateException(rows + " matches stand, and not " + expected);
            }
            return new Took(rows, seconds, sent);
        }
    }

    private static long number(Statement statement, String query) {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send() {
        AtomicReference<Exception> lost = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        house.bootstrapServers(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int member = 0; member < town.members(); member++) {
                for (ProducerRecord<byte[], byte[]> record : records(member)) {
                    var _ = producer.send(record, (_, failure) -> {
                        if (failure != null) {
                            lost.compareAndSet(null, failure);
                        }
                    });
                }
            }
            producer.flush();
        }
        if (lost.get() != null) {
            throw new IllegalStateException("a record was not acknowledged", lost.get());
        }
    }

    private List<ProducerRecord<byte[], byte[]>> records(int member) {
        List<List<Match>> byBucket = IntStream.range(0, Buckets.COUNT)
                .<List<Match>>mapToObj(_ -> new ArrayList<>())
                .toList();
        int[] closeness = town.closeness(member);
        town.foundBy(member).forEach(found -> {
            long xId = town.xId(found).value();
            byBucket.get(Buckets.of(xId)).add(match(member, found, closeness));
        });
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            records.add(record(new MemberMatches(Town.memberId(member), bucket, 1, 1, byBucket.get(bucket))));
        }
        return records;
    }

    private Match match(int finder, int found, int[] closeness) {
        long xId = town.xId(found).value();
        boolean mutual = Arrays.binarySearch(town.followers(finder), xId) >= 0;
        return new Match(
                town.xId(found),
                Town.memberId(found),
                town.assurance(found),
                town.assurance(finder),
                mutual ? List.of(Evidence.FOLLOWED, Evidence.FOLLOWED_ME) : List.of(Evidence.FOLLOWED),
                mutual,
                closeness[Arrays.binarySearch(town.followings(finder), xId)],
                Town.targets(found, 1));
    }

    private static ProducerRecord<byte[], byte[]> record(MemberMatches matches) {
        String key = new MemberBucket(matches.member(), matches.bucket()).asText();
        CloudEvent event = CloudEvent.causedBy(key + "|1", "/essaim/matcher-service", Instant.now(), matches);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.MATCHES.name(), matches.bucket(), key.getBytes(StandardCharsets.UTF_8), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
