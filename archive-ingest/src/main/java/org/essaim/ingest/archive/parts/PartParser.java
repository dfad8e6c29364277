package org.essaim.ingest.archive.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.essaim.ingest.archive.ClaimedOwner;
import org.essaim.ingest.archive.IdCollector;

/**
 * Understands the text of parts. Every method reads its stream to the end and fails with {@link MalformedPartException}
 * where the text stops making sense; what was handed on before stands.
 */
public interface PartParser {

    /** Reads the manifest. */
    Manifest manifest(InputStream text) throws IOException;

    /** Reads who the owner is, and nothing else of the account: e-mail and phone stay unread. */
    Optional<ClaimedOwner> account(InputStream text) throws IOException;

    /**
     * Reads a list of accounts.
     *
     * @return how many elements had no id that could be read
     */
    int ids(InputStream text, PartKind kind, IdCollector into) throws IOException;

    /** Reads whom each post speaks to; the words of the post stay unread. */
    void tweets(InputStream text, PartKind kind, Acquaintances into) throws IOException;

    /** Counts the direct messages between the owner and each other account; their words stay unread. */
    void messages(InputStream text, PartKind kind, long owner, Acquaintances into) throws IOException;
}
