package org.essaim.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one form of upload. Memory follows the number of ids, never the size of the file. */
public interface ArchiveReader {

    /**
     * Reads a file to the end, or as far as it must.
     *
     * @throws IOException when the disk fails; everything that is wrong with the file itself is a refusal
     */
    ReadOutcome read(Path file) throws IOException;
}
