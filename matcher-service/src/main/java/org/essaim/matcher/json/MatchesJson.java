package org.essaim.matcher.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import org.essaim.contracts.Assurance;
import org.essaim.contracts.Identity;
import org.essaim.contracts.json.EventJson;
import org.essaim.matcher.MatchesChange;
import org.essaim.matcher.store.Found;
import org.essaim.matcher.store.Owner;

/**
 * Writes {@code MemberMatches}, byte for byte as {@link EventJson} does, from what the join found: the parts that are the same in
 * every match with an owner (who they are, where they can be followed) are written once an owner and copied from then on. Not
 * thread-safe.
 */
public final class MatchesJson {

    private static final byte[] FOLLOWED = ascii("\",\"evidence\":[\"FOLLOWED\"],\"mutual\":false,\"closeness\":");
    private static final byte[] FOLLOWED_EACH_OTHER =
            ascii("\",\"evidence\":[\"FOLLOWED\",\"FOLLOWED_ME\"],\"mutual\":true,\"closeness\":");
    private static final byte[] CLAIMED = ascii(Assurance.CLAIMED.name());
    private static final byte[] PROVEN = ascii(Assurance.PROVEN.name());

    /** An owner's parts go with the owner: nothing else refers to it once the identity has changed. */
    private final Map<Owner, Parts> parts = new WeakHashMap<>();

    private byte[] out = new byte[4096];
    private int end;

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

    /** The value of the record. */
    public byte[] write(MatchesChange.Standing standing) {
        end = 0;
        put(ascii("{\"member\":\"" + standing.key().member().asString() + "\",\"bucket\":"
                + standing.key().bucket() + ",\"generation\":" + standing.generation() + ",\"revision\":"
                + standing.revision() + ",\"matches\":["));
        Found found = standing.found();
        for (int i = 0; i < found.size(); i++) {
            if (i > 0) {
                put((byte) ',');
            }
            putMatch(found, i);
        }
        put((byte) ']');
        put((byte) '}');
        return Arrays.copyOf(out, end);
    }

    private void putMatch(Found found, int index) {
        Parts owner = parts.computeIfAbsent(found.owner(index), one -> Parts.of(one.identity()));
        put(owner.head);
        put(
                switch (found.finderAssurance()) {
                    case CLAIMED -> CLAIMED;
                    case PROVEN -> PROVEN;
                });
        put(found.mutual(index) ? FOLLOWED_EACH_OTHER : FOLLOWED);
        int closeness = found.closeness(index);
        if (closeness == 0) {
            put((byte) '0');
        } else {
            put(ascii(Integer.toString(closeness)));
        }
        put(owner.tail);
    }

    private void put(byte[] bytes) {
        if (out.length - end < bytes.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, end + bytes.length));
        }
        System.arraycopy(bytes, 0, out, end, bytes.length);
        end += bytes.length;
    }

    private void put(byte one) {
        if (end == out.length) {
            out = Arrays.copyOf(out, 2 * end);
        }
        out[end++] = one;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
