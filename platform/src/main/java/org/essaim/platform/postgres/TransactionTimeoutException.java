package org.essaim.platform.postgres;

import java.time.Duration;

/** A transaction gave no answer in time: whether it was committed is not known, so look before trying again. */
public final class TransactionTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TransactionTimeoutException(Duration after) {
        super("no answer of the database within " + after);
    }
}
