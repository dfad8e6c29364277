package org.essaim.ingest.uploads;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where uploads wait. The gateway writes them; here they are read and deleted. */
public interface UploadStore {

    /** The bytes of an upload; empty when they are gone or never were there. */
    Optional<Path> find(String reference);

    /** Deletes an upload; one that is gone already is fine. */
    void delete(String reference) throws IOException;

    /** Everything that waits, and since when. */
    List<Waiting> waiting() throws IOException;

    /** An upload, or what a broken one left behind. */
    record Waiting(String reference, Instant since) {}
}
