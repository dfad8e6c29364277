package org.essaim.ingest.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;

/** Reads little-endian numbers in order from a stretch of a file. */
final class Window {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final long end;
    private long position;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    Window(FileChannel file, long start, long length) throws IOException {
        if (start < 0 || length < 0 || start > file.size() - length) {
            throw truncated();
        }
        this.file = file;
        this.position = start;
        this.end = start + length;
        buffer.limit(0);
    }

    static ArchiveRefusedException truncated() {
        return new ArchiveRefusedException(
                Reason.TRUNCATED,
                "This ZIP is incomplete: the download or the upload broke off. Download the archive from X again.");
    }

    /** Makes {@code count} bytes readable at once; at most the buffer's size. */
    private void need(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + (end - position)));
        while (buffer.position() < count) {
            if (buffer.position() == buffer.limit()) {
                throw truncated();
            }
            int read = file.read(buffer, position);
            if (read < 0) {
                throw truncated();
            }
            position += read;
        }
        buffer.flip();
    }

    /** Whether so many bytes are left. */
    boolean holds(long count) {
        return buffer.remaining() + (end - position) >= count;
    }

    int u16() throws IOException {
        need(2);
        return Short.toUnsignedInt(buffer.getShort());
    }

    int i32() throws IOException {
        need(4);
        return buffer.getInt();
    }

    long u32() throws IOException {
        return Integer.toUnsignedLong(i32());
    }

    /** An unsigned number of 8 bytes; one beyond 2^63 cannot be a place in a file. */
    long u64() throws IOException {
        need(8);
        long value = buffer.getLong();
        if (value < 0) {
            throw truncated();
        }
        return value;
    }

    /** At most 65,535 bytes, as every variable field of a ZIP. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            int step = Math.min(count - done, 8192);
            need(step);
            buffer.get(bytes, done, step);
            done += step;
        }
        return bytes;
    }

    void skip(int count) throws IOException {
        int left = count;
        while (left > 0) {
            int step = Math.min(left, 8192);
            need(step);
            buffer.position(buffer.position() + step);
            left -= step;
        }
    }
}
