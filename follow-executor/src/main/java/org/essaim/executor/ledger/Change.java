package org.essaim.executor.ledger;

import java.time.Instant;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled;
import org.jspecify.annotations.Nullable;

/** What becomes of an entry. */
public sealed interface Change {

    /**
     * It has come to an end.
     *
     * @param reason as {@link FollowSettled} wants it
     * @param ours whether Essaim made the follow
     */
    record Settle(FollowSettled.Outcome outcome, FollowSettled.@Nullable Reason reason, boolean ours)
            implements Change {

        public static Settle as(FollowSettled.Outcome outcome) {
            return new Settle(outcome, null, false);
        }

        public static Settle followedByUs() {
            return new Settle(FollowSettled.Outcome.FOLLOWED, null, true);
        }

        public static Settle refused(FollowSettled.Reason reason) {
            return new Settle(FollowSettled.Outcome.REFUSED, reason, false);
        }

        public static Settle needsPerson(FollowSettled.Reason reason) {
            return new Settle(FollowSettled.Outcome.NEEDS_PERSON, reason, false);
        }
    }

    /** The target's owner must say yes; look again then. Published once. */
    record Await(Instant lookAgain, boolean ours) implements Change {}

    /** It waits, in the state it is in; the rest is as {@link FollowDeferred} wants it. */
    record Defer(Instant until, FollowDeferred.Reason reason, FollowDeferred.@Nullable Slowed slowed)
            implements Change {

        public Defer(Instant until, FollowDeferred.Reason reason) {
            this(until, reason, null);
        }
    }

    /** It surely did not reach the network: planned as before, and waits. */
    record Unsent(Defer waiting) implements Change {}

    /** Its target's own server does not say. Counted, for nobody is looked for for ever. */
    record Unseen(Instant lookAgain) implements Change {}

    /** It was given up after it had been sent, and is ours: take it back. */
    record TakeBack() implements Change {}
}
