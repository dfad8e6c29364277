package org.essaim.contracts;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The key of {@code follow.lists.v1} (binary: the member's UUID in 16 bytes, then the bucket in 2, big-endian; a million
 * such keys are worth packing) and of {@code matches.v1} (text: {@code MEMBER:BUCKET}).
 */
public record MemberBucket(MemberId member, int bucket) {

    public MemberBucket {
        if (bucket < 0 || bucket > Short.MAX_VALUE) {
            throw new IllegalArgumentException("no such bucket: " + bucket);
        }
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(18)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .putShort((short) bucket)
                .array();
    }

    /** Reads {@link #toBytes}; refuses any other length. */
    public static MemberBucket fromBytes(byte[] bytes) {
        if (bytes.length != 18) {
            throw new IllegalArgumentException("a member-bucket key has 18 bytes, this one " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new MemberBucket(new MemberId(new UUID(in.getLong(), in.getLong())), in.getShort());
    }

    public String asText() {
        return member.asString() + ":" + bucket;
    }

    /** Reads {@link #asText}. */
    public static MemberBucket fromText(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a member-bucket key reads MEMBER:BUCKET");
        }
        return new MemberBucket(MemberId.of(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }
}
