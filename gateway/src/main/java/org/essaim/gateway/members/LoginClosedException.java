package org.essaim.gateway.members;

/** The member of this log-in asked to be forgotten. */
public final class LoginClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LoginClosedException() {
        super("the member was erased");
    }
}
