package org.essaim.ingest.sealing;

import org.jspecify.annotations.Nullable;

/** A sealed row does not open. An operator must act: a key is missing, or the row was tampered with. */
public final class UnsealableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsealableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
