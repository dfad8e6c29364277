package org.essaim.local;

/** The command was not understood; the message is for the person. */
public final class MisuseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MisuseException(String message) {
        super(message);
    }
}
