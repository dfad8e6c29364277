package org.essaim.executor.ledger;

/** Another worker has the account now. Stop at once; what was sent is read back by the other one. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException() {
        super("the lease of an acting account ran out");
    }
}
