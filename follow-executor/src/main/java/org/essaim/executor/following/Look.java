package org.essaim.executor.following;

import java.time.Instant;
import org.essaim.contracts.FollowSettled;
import org.jspecify.annotations.Nullable;

/** How an acting account and a target stand to each other now, by the network's own word. */
public sealed interface Look {

    /** Not followed, and nothing stands in the way. */
    record Clear() implements Look {}

    /**
     * Followed.
     *
     * @param recordKey of the follow, where the network has such a thing
     */
    record Following(@Nullable String recordKey) implements Look {}

    /** Asked; the target has not answered. */
    record Requested() implements Look {}

    /** It cannot be followed. */
    record Barred(FollowSettled.Outcome outcome, FollowSettled.Reason reason) implements Look {

        public static Barred refused(FollowSettled.Reason reason) {
            return new Barred(FollowSettled.Outcome.REFUSED, reason);
        }

        public static Barred needsPerson(FollowSettled.Reason reason) {
            return new Barred(FollowSettled.Outcome.NEEDS_PERSON, reason);
        }
    }

    /** The target sleeps: its owner may come back in weeks. */
    record Dormant() implements Look {}

    /** A server that must be asked about the target has had enough of us until then. */
    record Busy(Instant until) implements Look {}

    /** The target's own server does not say; look again later. */
    record Unclear() implements Look {}
}
