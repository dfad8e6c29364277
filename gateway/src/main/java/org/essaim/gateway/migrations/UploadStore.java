package org.essaim.gateway.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where the bytes wait for archive-ingest. */
public interface UploadStore {

    /**
     * Keeps the bytes under the id, whole or not at all, on disk before it returns.
     *
     * @param limit how many bytes are taken at most
     * @throws IOException when the sender goes away, or the disk is full
     */
    Outcome keep(UUID archive, InputStream bytes, long limit) throws IOException;

    /** What became of the bytes. */
    sealed interface Outcome {

        /** They wait. {@code sha256} is 64 lower-case hexadecimal digits. */
        record Kept(String reference, long sizeBytes, String sha256) implements Outcome {}

        /** More than the limit came; nothing is kept. */
        record TooLarge() implements Outcome {}
    }
}
