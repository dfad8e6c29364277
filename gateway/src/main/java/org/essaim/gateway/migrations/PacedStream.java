package org.essaim.gateway.migrations;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Bytes that must come at some pace: who sends slower than any network does only keeps a place busy. */
final class PacedStream extends FilterInputStream {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final long BYTES_A_SECOND = 4096;

    private final InstantSource clock;
    private final Instant begin;
    private long seen;

    PacedStream(InputStream bytes, InstantSource clock) {
        super(bytes);
        this.clock = clock;
        this.begin = clock.instant();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return counted(read, read < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        return counted(read, Math.max(read, 0));
    }

    private int counted(int result, int bytes) throws SlowSenderException {
        seen += bytes;
        Duration over = Duration.between(begin, clock.instant()).minus(GRACE);
        if (result >= 0 && over.isPositive() && seen < over.toSeconds() * BYTES_A_SECOND) {
            throw new SlowSenderException();
        }
        return result;
    }

    /** Slower than that. */
    static final class SlowSenderException extends IOException {

        private static final long serialVersionUID = 1L;

        SlowSenderException() {
            super("the sender is too slow");
        }
    }
}
