package org.essaim.contracts.json;

import org.jspecify.annotations.Nullable;

/** A record that this reader cannot understand: to the dead letters with it, a repeat will not help. */
public final class UnreadableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
