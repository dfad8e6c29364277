package org.essaim.executor.budgets;

/** What one act takes from a budget: points on Bluesky, calls or follows on Mastodon. */
public record Cost(Budget budget, int units) {}
