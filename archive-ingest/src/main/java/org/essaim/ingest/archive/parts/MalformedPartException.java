package org.essaim.ingest.archive.parts;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A part cannot be read from here on. What was read of it before stands. */
public final class MalformedPartException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param detail what is wrong and at which byte, without a word of the content */
    public MalformedPartException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
