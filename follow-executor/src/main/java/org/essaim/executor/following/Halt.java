package org.essaim.executor.following;

import java.time.Instant;
import org.essaim.contracts.FollowDeferred;
import org.essaim.contracts.FollowSettled;

/** What stops the work on one account; it says nothing about any target. */
public sealed interface Halt {

    /** A budget is spent, or a server told us to come back then. */
    record Until(Instant instant, FollowDeferred.Reason reason) implements Halt {}

    /** The network does not answer as it should; come back after a pause. */
    record Unwell() implements Halt {}

    /** Only the member can help: link again, consent again, make room. */
    record NeedsPerson(FollowSettled.Reason reason) implements Halt {}
}
