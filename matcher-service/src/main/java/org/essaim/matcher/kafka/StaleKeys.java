package org.essaim.matcher.kafka;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.Topics;

/**
 * Keys of one bucket whose last record could not be read. What the key said before stays in use until its owner publishes
 * it again in a form that can be read.
 */
final class StaleKeys {

    private static final int LIST_KEY_BYTES = 18;

    private final Map<String, Set<ByteBuffer>> byTopic = new HashMap<>();

    void mark(ConsumerRecord<byte[], byte[]> unreadable) {
        byTopic.computeIfAbsent(unreadable.topic(), _ -> new HashSet<>()).add(keyOf(unreadable));
    }

    /** The key was read again. */
    void clear(ConsumerRecord<byte[], byte[]> readable) {
        Set<ByteBuffer> stale = byTopic.get(readable.topic());
        if (stale != null) {
            stale.remove(keyOf(readable));
        }
    }

    int size() {
        return byTopic.values().stream().mapToInt(Set::size).sum();
    }

    /** The members whose list in this bucket is stale. */
    Set<MemberId> membersWithStaleList() {
        Set<MemberId> members = new HashSet<>();
        for (ByteBuffer key : lists()) {
            if (key.remaining() == LIST_KEY_BYTES) {
                members.add(memberOf(key));
            }
        }
        return members;
    }

    /** The lists of these members count elsewhere. */
    void leaveLists(Predicate<MemberId> countedElsewhere) {
        lists().removeIf(key -> key.remaining() == LIST_KEY_BYTES && countedElsewhere.test(memberOf(key)));
    }

    private Set<ByteBuffer> lists() {
        return byTopic.computeIfAbsent(Topics.FOLLOW_LISTS.name(), _ -> new HashSet<>());
    }

    private static MemberId memberOf(ByteBuffer key) {
        byte[] bytes = new byte[LIST_KEY_BYTES];
        key.get(key.position(), bytes);
        return MemberBucket.fromBytes(bytes).member();
    }

    private static ByteBuffer keyOf(ConsumerRecord<byte[], byte[]> read) {
        return ByteBuffer.wrap(read.key() == null ? new byte[0] : read.key());
    }
}
