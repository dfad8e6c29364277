package org.essaim.executor.ledger;

/**
 * The right to work on one acting account until it is released or runs out. Every write checks it, so a worker that lost it
 * changes nothing more.
 *
 * @param owner names this worker's process, drawn at its start
 * @param turn grows with each lease of the account
 */
public record Lease(ActingAccount acting, String owner, long turn) {

    public String actingId() {
        return acting.account().id();
    }
}
