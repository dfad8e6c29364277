package org.essaim.ingest.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.essaim.contracts.XId;
import org.jspecify.annotations.Nullable;

/** Reads one form of upload. Memory follows the number of ids, never the size of the file. */
public interface ArchiveReader {

    /**
     * Reads a file to the end, or as far as it must.
     *
     * @param owner whose lists these are where the file itself does not say: the X account that the member has proven, or null
     * @param watch told on the way
     * @throws IOException when the disk fails; everything that is wrong with the file itself is a refusal
     */
    ReadOutcome read(Path file, @Nullable XId owner, ReadingWatch watch) throws IOException;

    /** The same, and nobody looks on. */
    default ReadOutcome read(Path file, @Nullable XId owner) throws IOException {
        return read(file, owner, ReadingWatch.NOBODY);
    }
}
