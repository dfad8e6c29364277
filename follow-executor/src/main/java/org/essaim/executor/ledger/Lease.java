package org.essaim.executor.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The right to work on one acting account until it is released or runs out. Every write checks it, so a worker that lost it
 * changes nothing more.
 *
 * @param host the server that acts for the account
 * @param owner names this worker's process, drawn at its start
 * @param turn grows with each lease of the account
 * @param firstFollow when Essaim first set out to follow somebody from this account
 */
public record Lease(ActingAccount acting, String host, String owner, long turn, Optional<Instant> firstFollow) {

    public String actingId() {
        return acting.account().id();
    }
}
