package org.essaim.ingest.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.essaim.ingest.archive.ArchiveRefusedException;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.jspecify.annotations.Nullable;

/**
 * Inflates on a thread of its own while the bytes before are being understood: reading a large part takes as long as the
 * slower of the two, not both.
 *
 * <p>The thread ends with the stream, by itself or because it is closed. It is never interrupted: that would close the
 * file under the parts still to be read.
 */
final class ReadAhead extends InputStream {

    private static final int CHUNKS = 3;
    private static final int CHUNK_BYTES = 128 * 1024;

    private final InputStream source;
    private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("read-ahead").unstarted(this::run);
    private volatile boolean closed;
    private @Nullable Chunk current;

    private ReadAhead(InputStream source) {
        this.source = source;
    }

    /** Begins to read; closes the source with the stream. */
    static InputStream of(InputStream source) {
        ReadAhead stream = new ReadAhead(source);
        for (int i = 0; i < CHUNKS; i++) {
            stream.empty.add(new Chunk(CHUNK_BYTES));
        }
        stream.thread.start();
        return stream;
    }

    private void run() {
        try {
            boolean more = true;
            while (more && !closed) {
                Chunk chunk = empty.take();
                more = chunk.fill(source);
                full.put(chunk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Chunk chunk = chunk();
        if (chunk.isUsedUp()) {
            return chunk.end();
        }
        return chunk.take(target, offset, length);
    }

    /** The chunk at hand, or the next one when it is used up and not the last. */
    private Chunk chunk() throws IOException {
        Chunk chunk = current;
        if (chunk != null && (!chunk.isUsedUp() || chunk.isLast())) {
            return chunk;
        }
        try {
            if (chunk != null) {
                empty.put(chunk);
            }
            Chunk next = full.take();
            current = next;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an archive was read");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        full.clear();
        boolean woken = empty.offer(new Chunk(0));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while an archive was closed");
        } finally {
            if (woken || !thread.isAlive()) {
                source.close();
            }
        }
    }

    /** Bytes on their way from one thread to the other, and how they ended. */
    private static final class Chunk {

        private final byte[] bytes;
        private int length;
        private int taken;
        private boolean last;
        private @Nullable Throwable failure;

        private Chunk(int capacity) {
            this.bytes = new byte[capacity];
        }

        /** Reads as much as fits; false when nothing can follow. */
        private boolean fill(InputStream source) {
            length = 0;
            taken = 0;
            try {
                while (length < bytes.length && !last) {
                    int read = source.read(bytes, length, bytes.length - length);
                    last = read < 0;
                    length += Math.max(read, 0);
                }
            } catch (Throwable e) {
                // An error too: the reader would wait for ever.
                failure = e;
                last = true;
            }
            return !last;
        }

        private boolean isUsedUp() {
            return taken == length;
        }

        private boolean isLast() {
            return last;
        }

        private int take(byte[] target, int offset, int wanted) {
            int count = Math.min(wanted, length - taken);
            System.arraycopy(bytes, taken, target, offset, count);
            taken += count;
            return count;
        }

        /** What stands behind the last byte: nothing, or what went wrong. */
        private int end() throws IOException {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure != null) {
                throw switch (failure) {
                    case MalformedPartException e -> e;
                    case ArchiveRefusedException e -> e;
                    default -> new IOException("an archive could not be read ahead", failure);
                };
            }
            return -1;
        }
    }
}
