package org.essaim.matcher.json;

import java.nio.charset.StandardCharsets;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Identity;
import org.essaim.contracts.MemberBucket;
import org.essaim.contracts.json.EventJson;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.store.Found;

/**
 * Writes {@code MemberMatches}, byte for byte as {@link EventJson} does, from what the join found: the parts that are the same in
 * every match with an owner (who they are, where they can be followed) are written once an owner and copied from then on. Not
 * thread-safe.
 */
public final class MatchesJson {

    private static final byte[] MEMBER = ascii("{\"member\":\"");
    private static final byte[] BUCKET = ascii("\",\"bucket\":");
    private static final byte[] GENERATION = ascii(",\"generation\":");
    private static final byte[] REVISION = ascii(",\"revision\":");
    private static final byte[] MATCHES = ascii(",\"matches\":[");
    private static final byte[] FOLLOWED = ascii("\",\"evidence\":[\"FOLLOWED\"],\"mutual\":false,\"closeness\":");
    private static final byte[] FOLLOWED_EACH_OTHER =
            ascii("\",\"evidence\":[\"FOLLOWED\",\"FOLLOWED_ME\"],\"mutual\":true,\"closeness\":");
    private static final byte[] CLAIMED = ascii(Assurance.CLAIMED.name());
    private static final byte[] PROVEN = ascii(Assurance.PROVEN.name());

    private final AsciiOut out = new AsciiOut();

    /** What is the same in every match with an owner. */
    private static final class Parts {

        /** The beginning, up to the assurance of the finder. */
        private final byte[] head;

        /** The end, from the targets on. */
        private final byte[] tail;

        private Parts(byte[] head, byte[] tail) {
            this.head = head;
            this.tail = tail;
        }

        static Parts of(Identity owner) {
            String head = "{\"xId\":\"" + owner.xId().asString() + "\",\"who\":\""
                    + owner.member().asString() + "\",\"assurance\":\""
                    + owner.assurance().name() + "\",\"finderAssurance\":\"";
            byte[] targets = EventJson.write(owner.targets());
            String tail = ",\"targets\":" + new String(targets, StandardCharsets.UTF_8) + "}";
            return new Parts(ascii(head), tail.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The key of the record, {@code MEMBER:BUCKET}. */
    public byte[] key(MemberBucket key) {
        return putKey(out.clear(), key).toBytes();
    }

    /** What identifies this word on the key among all others: key and revision. */
    public byte[] id(MatchesChange.Standing standing) {
        return putKey(out.clear(), standing.key())
                .put(':')
                .put(standing.revision())
                .toBytes();
    }

    private static AsciiOut putKey(AsciiOut out, MemberBucket key) {
        return out.put(key.member().value()).put(':').put((long) key.bucket());
    }

    /** The value of the record. */
    public byte[] write(MatchesChange.Standing standing) {
        out.clear()
                .put(MEMBER)
                .put(standing.key().member().value())
                .put(BUCKET)
                .put((long) standing.key().bucket())
                .put(GENERATION)
                .put(standing.generation())
                .put(REVISION)
                .put(standing.revision())
                .put(MATCHES);
        Found found = standing.found();
        for (int i = 0; i < found.size(); i++) {
            if (i > 0) {
                out.put(',');
            }
            putMatch(found, i);
        }
        return out.put(']').put('}').toBytes();
    }

    private void putMatch(Found found, int index) {
        Parts owner = found.owner(index).written(Parts.class, Parts::of);
        byte[] finder = switch (found.finderAssurance()) {
            case CLAIMED -> CLAIMED;
            case PROVEN -> PROVEN;
        };
        out.put(owner.head)
                .put(finder)
                .put(found.mutual(index) ? FOLLOWED_EACH_OTHER : FOLLOWED)
                .put((long) found.closeness(index))
                .put(owner.tail);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
