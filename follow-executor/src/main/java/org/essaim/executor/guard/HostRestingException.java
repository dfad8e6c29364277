package org.essaim.executor.guard;

import java.time.Instant;

/** The host has had enough of us for now, by its own word or by our count. Nothing was sent. */
public final class HostRestingException extends WebException {

    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    /** {@code until}: when it may be asked again. */
    public HostRestingException(Instant until) {
        super("the host is left alone for a while");
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
