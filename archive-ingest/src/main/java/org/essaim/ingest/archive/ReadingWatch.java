package org.essaim.ingest.archive;

import java.io.IOException;

/** Looks on while an archive is read. Told often: it must be quick, and choose itself what to make of it. */
@FunctionalInterface
public interface ReadingWatch {

    /** Looks away. */
    ReadingWatch NOBODY = (read, total) -> {};

    /**
     * So much was read so far.
     *
     * @param read bytes that were understood; never more than once the same
     * @param total about how many there are to read; 0 while that is not known
     * @throws ArchiveRefusedException to end the reading
     */
    void saw(long read, long total) throws IOException;

    /** The same, but when it fails, that is not taken for a failure of the reader. */
    default ReadingWatch failingLikeADisk() {
        return (read, total) -> {
            try {
                saw(read, total);
            } catch (RuntimeException e) {
                throw new IOException("whoever looks on while an upload is read failed", e);
            }
        };
    }
}
