package org.essaim.executor.following;

import java.time.Instant;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled;
import org.jspecify.annotations.Nullable;

/** What stops the work on one account; it says nothing about any target. */
public sealed interface Halt {

    /** A server told us to come back then, or what may be asked of it is spent. */
    record Until(Instant instant, FollowDeferred.Reason reason) implements Halt {}

    /**
     * What may be followed is spent until then. Whatever is no follow goes on: to look, to take back.
     *
     * @param slowed why our own share is small, where that is what was spent
     */
    record Spent(Instant until, FollowDeferred.@Nullable Slowed slowed) implements Halt {}

    /** The network does not answer as it should; come back after a pause. */
    record Unwell() implements Halt {}

    /** Only the member can help: link again, consent again, make room. */
    record NeedsPerson(FollowSettled.Reason reason) implements Halt {}
}
