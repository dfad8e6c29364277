package org.essaim.matcher.kafka.records;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.essaim.contracts.Buckets;
import org.essaim.contracts.FollowListCursor;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.MemberId;
import org.essaim.contracts.MemberMatches;
import org.essaim.contracts.PackedFollowList;
import org.essaim.contracts.Topics;
import org.essaim.contracts.XId;
import org.essaim.contracts.json.CloudEvent;
import org.essaim.contracts.json.UnreadableEventException;
import org.essaim.matcher.BucketInput;
import org.essaim.matcher.store.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into inputs, and refuses those that contradict themselves: a key that is not the value's, a record in
 * another bucket's partition. Used by one thread.
 */
public final class RecordReader {

    private final FollowListCursor cursor = new FollowListCursor();

    /** Reads a record of one of the two input topics. */
    public BucketInput input(ConsumerRecord<byte[], byte[]> read) throws UnreadableEventException {
        try {
            return read.topic().equals(Topics.FOLLOW_LISTS.name()) ? list(read) : identity(read);
        } catch (RuntimeException e) {
            // Whatever a reader of foreign bytes throws, the record is what is wrong: the loop must outlive it.
            throw new UnreadableEventException("not a readable record of " + read.topic(), e);
        }
    }

    private BucketInput list(ConsumerRecord<byte[], byte[]> read) throws UnreadableEventException {
        MemberBucket key = MemberBucket.fromBytes(read.key());
        demand(key.bucket() == read.partition(), "a follow list stands in another bucket's partition");
        if (read.value() == null) {
            return new BucketInput.ListGone(key.member());
        }
        try {
            return new BucketInput.ListBrought(key.member(), PackedFollowList.of(read.value(), cursor));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException(String.valueOf(e.getMessage()), e);
        }
    }

    private static BucketInput identity(ConsumerRecord<byte[], byte[]> read) throws UnreadableEventException {
        String key = new String(read.key(), StandardCharsets.UTF_8);
        int colon = key.indexOf(':');
        demand(colon > 0, "an identity key reads XID:MEMBER");
        XId xId = XId.of(key.substring(0, colon));
        MemberId member = MemberId.of(key.substring(colon + 1));
        demand(Buckets.of(xId.value()) == read.partition(), "an identity stands in another bucket's partition");
        if (read.value() == null) {
            return new BucketInput.IdentityGone(xId, member);
        }
        Identity identity = CloudEvent.read(ceType(read), read.value(), Identity.class);
        demand(xId.equals(identity.xId()) && member.equals(identity.member()), "an identity stands under another key");
        return new BucketInput.IdentityKnown(identity);
    }

    /** Reads whose key of {@code matches.v1} a record stands under. */
    public static MemberId matchesKey(ConsumerRecord<byte[], byte[]> read) throws UnreadableEventException {
        try {
            return MemberBucket.fromText(new String(read.key(), StandardCharsets.UTF_8))
                    .member();
        } catch (RuntimeException e) {
            throw new UnreadableEventException("not a key of " + read.topic(), e);
        }
    }

    /** Reads what a record of {@code matches.v1} says; null for a tombstone. */
    public static @Nullable StandingHeader published(ConsumerRecord<byte[], byte[]> read)
            throws UnreadableEventException {
        if (read.value() == null) {
            return null;
        }
        StandingHeader header = StandingHeader.in(read.headers());
        if (header != null) {
            return header;
        }
        MemberMatches matches = CloudEvent.read(ceType(read), read.value(), MemberMatches.class);
        return new StandingHeader(Standing.of(matches), matches.revision());
    }

    private static @Nullable String ceType(ConsumerRecord<byte[], byte[]> read) {
        Header header = read.headers().lastHeader(CloudEvent.TYPE_HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void demand(boolean holds, String otherwise) throws UnreadableEventException {
        if (!holds) {
            throw new UnreadableEventException(otherwise, null);
        }
    }
}
