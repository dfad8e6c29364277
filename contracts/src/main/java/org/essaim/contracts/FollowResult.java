package org.essaim.contracts;

import java.time.Instant;

/** What became of one planned follow: the values of {@code follow.results.v1}, keyed by member. */
public sealed interface FollowResult permits FollowSettled, FollowDeferred {

    MemberId member();

    TargetAccount acting();

    TargetAccount target();

    /** Grows with every result about this pair; readers ignore an older one. */
    long version();

    Instant at();
}
