package org.essaim.executor.following;

/** A {@link Halt} on its way up through an adapter; never leaves a {@link FollowSession}. */
public final class HaltException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Halt halt;

    public HaltException(Halt halt) {
        super("halted", null, false, false);
        this.halt = halt;
    }

    public Halt halt() {
        return halt;
    }
}
