package org.essaim.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.essaim.contracts.Topic;
import org.essaim.contracts.json.CloudEvent;
import org.jspecify.annotations.Nullable;

/** One record to publish. */
public final class OutboxMessage {

    private static final String EXPANSION = "essaim-expansion";

    private final String topic;
    private final @Nullable Integer partition;
    private final byte[] key;
    private final byte @Nullable [] value;
    private final Map<String, String> headers;

    private OutboxMessage(
            String topic,
            @Nullable Integer partition,
            byte[] key,
            byte @Nullable [] value,
            Map<String, String> headers) {
        this.topic = topic;
        this.partition = partition;
        this.key = key.clone();
        this.value = value == null ? null : value.clone();
        this.headers = Map.copyOf(headers);
    }

    /** A JSON record whose partition follows from its key. */
    public static OutboxMessage event(Topic topic, String key, CloudEvent event) {
        return new OutboxMessage(topic.name(), null, bytes(key), event.value(), event.headers());
    }

    /** A JSON record of a topic whose partition is the bucket. */
    public static OutboxMessage event(Topic topic, int partition, String key, CloudEvent event) {
        return new OutboxMessage(topic.name(), partition, bytes(key), event.value(), event.headers());
    }

    /** A packed record, without an envelope. */
    public static OutboxMessage state(Topic topic, int partition, byte[] key, byte[] value) {
        return new OutboxMessage(topic.name(), partition, key, value, Map.of());
    }

    /**
     * A packed record for a topic by its name: the contracts name the topics of today, a rebuild may go to the next.
     *
     * @param value null for the end of the key
     */
    public static OutboxMessage state(String topic, int partition, byte[] key, byte @Nullable [] value) {
        return new OutboxMessage(topic, partition, key, value, Map.of());
    }

    /**
     * The end of a key on a compacted topic.
     *
     * @param partition the bucket, or null where the partition follows from the key
     */
    public static OutboxMessage tombstone(Topic topic, @Nullable Integer partition, byte[] key) {
        return new OutboxMessage(topic.name(), partition, key, null, Map.of());
    }

    /**
     * Something for an {@link OutboxExpansion} to make records of.
     *
     * @param key what it is about, as the expansion understands it
     * @param details what else the expansion needs to know; nothing personal
     */
    public static OutboxMessage claim(String expansion, String topic, byte[] key, Map<String, String> details) {
        Map<String, String> headers = new HashMap<>(details);
        headers.put(EXPANSION, expansion);
        return new OutboxMessage(topic, null, key, null, headers);
    }

    /** A row as it was saved. */
    static OutboxMessage saved(
            String topic,
            @Nullable Integer partition,
            byte[] key,
            byte @Nullable [] value,
            Map<String, String> headers) {
        return new OutboxMessage(topic, partition, key, value, headers);
    }

    /** Which expansion this is a claim for; null for a record. */
    @Nullable
    String expansion() {
        return headers.get(EXPANSION);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public String topic() {
        return topic;
    }

    public @Nullable Integer partition() {
        return partition;
    }

    public byte[] key() {
        return key.clone();
    }

    public byte @Nullable [] value() {
        return value == null ? null : value.clone();
    }

    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutboxMessage message
                && topic.equals(message.topic)
                && Objects.equals(partition, message.partition)
                && Arrays.equals(key, message.key)
                && Arrays.equals(value, message.value)
                && headers.equals(message.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(topic, partition, Arrays.hashCode(key));
    }

    /** The topic only: keys and values are personal. */
    @Override
    public String toString() {
        return "OutboxMessage[" + topic + "]";
    }
}
