package org.essaim.contracts;

import java.time.Instant;

/** Go on where the pause began. */
public record FollowResumed(MemberId member, TargetAccount acting, long sequence, Instant at) implements FollowPlan {}
