package org.essaim.contracts;

import java.time.Instant;
import java.util.UUID;

/** Take back the follows that this run made, by their own record, and no other; what it has not done yet is cancelled. */
public record UndoRequested(MemberId member, TargetAccount acting, long sequence, UUID run, Instant at)
        implements FollowPlan {}
