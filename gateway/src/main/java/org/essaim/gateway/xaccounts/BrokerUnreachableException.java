package org.essaim.gateway.xaccounts;

import org.jspecify.annotations.Nullable;

/** The sign-in service did not say what it knows; what was known before stands. Whoever asked may ask again. */
public final class BrokerUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
