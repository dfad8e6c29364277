package org.essaim.ingest.archive.parts;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** An open archive: which parts it holds, and the bytes of each. One thread reads it. */
public interface ArchiveParts extends Closeable {

    /** Every part that matters, in the archive's order, wherever it stands. */
    List<Part> parts();

    /** What the files of no interest tell of the whole. */
    Shape shape();

    /** How many bytes a part has, as far as is known before it is read. */
    long size(Part part) throws IOException;

    /** The bytes of a part. Reading them fails with the refusal when they are more than is accepted. */
    InputStream open(Part part) throws IOException;

    /** What kind of file this is when it holds no lists. */
    enum Shape {
        /** Nothing special. */
        PLAIN,
        /** An archive of 2012-19, with posts only. */
        CLASSIC,
        /** Holds another ZIP. */
        NESTED
    }

    /** Opens archives. */
    interface Opener {

        /**
         * Reads the directory of an archive, nothing else.
         *
         * @throws org.essaim.ingest.archive.ArchiveRefusedException when it is no archive, cut, locked or a trap
         */
        ArchiveParts open(Path file) throws IOException;
    }
}
