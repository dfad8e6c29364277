package org.essaim.contracts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic and its settings.
 *
 * @param key what the key is, as the design names it
 * @param retention how long topics of events, and the journal, keep a record; null for state topics, which keep the last value of each key
 */
public record Topic(
        String name, String key, int partitions, @Nullable Duration retention) {

    /** Bound of erasure: no segment stays open, and no superseded or deleted value uncompacted, longer than this. */
    private static final Duration COMPACTION_LAG = Duration.ofHours(24);

    /**
     * Events name people as well, and nothing takes a single one out of a topic: so they all go in time for the bound of erasure. A
     * segment is closed after some hours, and deleted this long after its last record: docs/adr/0034-events-for-a-day-and-a-half.md.
     */
    private static final Duration EVENTS_KEPT = Duration.ofHours(36);

    private static final Duration EVENTS_SEGMENT = Duration.ofHours(6);

    /** Longer than any backup is kept, which is 30 days: docs/adr/0042-a-journal-of-erasures.md. */
    private static final Duration JOURNAL_KEPT = Duration.ofDays(35);

    static Topic events(String name, String key) {
        return new Topic(name, key, 8, EVENTS_KEPT);
    }

    static Topic journal(String name, String key) {
        return new Topic(name, key, 1, JOURNAL_KEPT);
    }

    static Topic state(String name, String key, int partitions) {
        return new Topic(name, key, partitions, null);
    }

    /** Whether the topic keeps the whole state of each key instead of a history. */
    public boolean compacted() {
        return retention == null;
    }

    /** Where records that cannot be read go, untouched, under their original key. */
    public Topic deadLetters() {
        return new Topic(name + ".dlq", key, 1, EVENTS_KEPT);
    }

    /** The broker's settings of this topic. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        if (retention == null) {
            config.put("cleanup.policy", "compact");
            config.put("segment.ms", Long.toString(COMPACTION_LAG.toMillis()));
            config.put("max.compaction.lag.ms", Long.toString(COMPACTION_LAG.toMillis()));
            config.put("delete.retention.ms", Long.toString(COMPACTION_LAG.toMillis()));
        } else {
            config.put("cleanup.policy", "delete");
            config.put("retention.ms", Long.toString(retention.toMillis()));
            config.put("segment.ms", Long.toString(EVENTS_SEGMENT.toMillis()));
        }
        config.put("max.message.bytes", Integer.toString(4 * 1024 * 1024));
        return Map.copyOf(config);
    }
}
