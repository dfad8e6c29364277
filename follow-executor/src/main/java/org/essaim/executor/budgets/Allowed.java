package org.essaim.executor.budgets;

import org.essaim.contracts.FollowDeferred;
import org.jspecify.annotations.Nullable;

/**
 * How fast an account may go today.
 *
 * @param percent of the day's cap
 * @param slowed what keeps it below the whole of it; null when nothing does
 */
public record Allowed(int percent, FollowDeferred.@Nullable Slowed slowed) {}
