package org.essaim.executor.following;

import org.essaim.contracts.FollowSettled;

/** What became of a follow that was sent. One that is not answered may have been done: it is looked at before all else. */
public sealed interface Sent {

    record Followed() implements Sent {}

    /** A locked account: its owner decides. */
    record Requested() implements Sent {}

    /** It surely did not reach the network, or was not acted upon. */
    record NotSent() implements Sent {}

    record Barred(FollowSettled.Outcome outcome, FollowSettled.Reason reason) implements Sent {}
}
