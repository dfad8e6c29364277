package org.essaim.executor.budgets;

import java.time.Instant;

/**
 * What a server's headers said about one of its own windows.
 *
 * @param remaining what is left of it for everyone who uses the account, the person included
 */
public record Observation(Budget budget, long limit, long remaining, Instant resetsAt) {}
