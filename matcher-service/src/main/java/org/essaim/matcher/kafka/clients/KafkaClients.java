package org.essaim.matcher.kafka.clients;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.essaim.contracts.Buckets;

/** Makes the clients of the loops, with the broker's settings and those the matcher's promises rest on. */
public record KafkaClients(Map<String, Object> broker, MatcherSettings settings) {

    private static final int REQUEST_TIMEOUT_MS = 10_000;
    private static final int API_TIMEOUT_MS = 20_000;
    private static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;
    private static final int MAX_FETCH_BYTES = 16 * 1024 * 1024;
    private static final int SOCKET_BYTES = 1024 * 1024;
    private static final int BATCH_BYTES = 64 * 1024;

    /** Two batches on their way for each bucket, and room for one record of the largest size. */
    private static final long SEND_BYTES = 2L * Buckets.COUNT * BATCH_BYTES + MAX_RECORD_BYTES;

    /** Identities of one poll, so many that those who come together are matched together. */
    private static final int IDENTITIES_AT_ONCE = 2000;

    private static final int PUBLISHED_AT_ONCE = 5000;

    public KafkaClients {
        broker = Map.copyOf(broker);
    }

    /**
     * The group member that buckets are given to. Cooperative and sticky: when an instance comes or goes only the buckets
     * that move stop, all others keep their state.
     */
    public KafkaConsumer<byte[], byte[]> groupMember(int loop) {
        Map<String, Object> config = reading();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, IDENTITIES_AT_ONCE);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_FETCH_BYTES);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                settings.sessionTimeout().toMillis());
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                settings.sessionTimeout().dividedBy(10).toMillis());
        settings.instanceId().ifPresent(id -> config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id + "-" + loop));
        return consumer(config);
    }

    /** A reader of lists of the partitions it is told, in batches small enough that identities are looked at often. */
    public KafkaConsumer<byte[], byte[]> listsReader() {
        return reader(settings.listsAtOnce());
    }

    /** A reader of what was published, for restores. */
    public KafkaConsumer<byte[], byte[]> publishedReader() {
        return reader(PUBLISHED_AT_ONCE);
    }

    private KafkaConsumer<byte[], byte[]> reader(int recordsAtOnce) {
        Map<String, Object> config = reading();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, recordsAtOnce);
        return consumer(config);
    }

    private Map<String, Object> reading() {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH_BYTES);
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, SOCKET_BYTES);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        return config;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The small buffer keeps an arrival's matches from queueing behind those of a backlog of lists. Zstandard is native under every
     * class loader; LZ4 falls back to plain Java here and then costs more than all matching.
     */
    public KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.SEND_BUFFER_CONFIG, SOCKET_BYTES);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        config.put(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, -5);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, SEND_BYTES);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3 * REQUEST_TIMEOUT_MS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For looking at topics. */
    public Admin admin() {
        Map<String, Object> config = new HashMap<>(broker);
        config.put("request.timeout.ms", REQUEST_TIMEOUT_MS);
        config.put("default.api.timeout.ms", API_TIMEOUT_MS);
        return Admin.create(config);
    }
}
