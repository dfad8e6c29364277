package org.essaim.executor.following;

import java.time.Instant;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled;
import org.essaim.executor.guard.AddressNotAllowedException;
import org.essaim.executor.guard.HostLeftOutException;
import org.essaim.executor.guard.HostRestingException;
import org.essaim.executor.guard.NoAnswerException;
import org.essaim.executor.guard.WebException;
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

    /** What it means for an account that one of its own requests had no usable answer. */
    static Halt of(WebException trouble) {
        return switch (trouble) {
            case HostRestingException resting -> new Until(resting.until(), FollowDeferred.Reason.BUDGET_SPENT);
            case NoAnswerException _, AddressNotAllowedException _, HostLeftOutException _ -> new Unwell();
        };
    }

    /** Only the member can help: link again, consent again, make room. */
    record NeedsPerson(FollowSettled.Reason reason) implements Halt {}
}
