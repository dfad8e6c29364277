package org.essaim.gateway.links;

import java.util.Optional;

/** The public documents of follow-executor. */
public interface ExecutorDocuments {

    /** The JSON text, or empty when the executor does not answer. */
    Optional<String> read(Name name);

    /** Which document. */
    enum Name {
        CLIENT_METADATA,
        KEYS
    }
}
