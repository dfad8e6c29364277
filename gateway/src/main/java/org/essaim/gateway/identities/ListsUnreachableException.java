package org.essaim.gateway.identities;

import org.jspecify.annotations.Nullable;

/** The lists could not be read: the job is tried again, and until then the identity stays as it was told. */
public final class ListsUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ListsUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
