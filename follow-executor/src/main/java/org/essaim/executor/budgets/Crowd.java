package org.essaim.executor.budgets;

/**
 * Whom an account follows and who follows it, by the network's count.. */
public record Crowd(long following, long followers) {

    /** Where the network does not say. */
    public static final Crowd UNKNOWN = new Crowd(0, 0);
}
