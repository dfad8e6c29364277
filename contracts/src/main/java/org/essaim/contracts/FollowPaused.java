package org.essaim.contracts;

import java.time.Instant;

/** Start nothing more for this acting account until it is resumed. */
public record FollowPaused(MemberId member, TargetAccount acting, long sequence, Instant at) implements FollowPlan {}
