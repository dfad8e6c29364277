package org.essaim.executor.guard;

/** The host's admin asked that Essaim stays away. Nothing was sent. */
public final class HostLeftOutException extends WebException {

    private static final long serialVersionUID = 1L;

    public HostLeftOutException() {
        super("the host asked to be left out");
    }
}
