package org.essaim.executor.profiles;

import java.time.Instant;

/** A server is not to be asked before some moment; nothing was sent. */
public final class NotNowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    public NotNowException(Instant until) {
        super("not now", null, false, false);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
