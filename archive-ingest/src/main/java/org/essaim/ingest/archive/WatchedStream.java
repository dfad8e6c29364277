package org.essaim.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how many bytes each call gave. */
public final class WatchedStream extends FilterInputStream {

    private final Counting counting;

    public WatchedStream(InputStream source, Counting counting) {
        super(source);
        this.counting = counting;
    }

    /** Told of each call that gave bytes. */
    @FunctionalInterface
    public interface Counting {

        /**
         * So many more were read.
         *
         * @throws IOException to have the call fail in place of giving them
         */
        void gave(int bytes) throws IOException;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            counting.gave(1);
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            counting.gave(count);
        }
        return count;
    }
}
