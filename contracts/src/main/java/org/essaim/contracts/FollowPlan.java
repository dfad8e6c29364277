package org.essaim.contracts;

/** What the gateway asks for one acting account, in order: the values of {@code follow.plans.v1}. */
public sealed interface FollowPlan permits FollowPlanned, FollowCancelled, FollowPaused, FollowResumed, UndoRequested {

    /** How many targets one record names at most. */
    int MOST_TARGETS = 200;

    MemberId member();

    /** The member's own account that follows; its id is the record's key. */
    TargetAccount acting();

    /** Grows with every record about this acting account; what arrives late with a lower one changes nothing. */
    long sequence();
}
