package org.essaim.ingest.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.essaim.ingest.archive.parts.MalformedPartException;
import org.jspecify.annotations.Nullable;

/** The bytes of one entry, inflated as they are asked for and checked against what the directory claims. */
final class EntryStream extends InputStream {

    private final FileChannel file;
    private final ZipEntry entry;
    private final InflatedBudget budget;
    private final @Nullable Inflater inflater;
    private final byte[] packed = new byte[64 * 1024];
    private final CRC32 crc = new CRC32();
    private long position;
    private long packedLeft;
    private long delivered;
    private boolean ended;

    EntryStream(FileChannel file, ZipEntry entry, long dataOffset, InflatedBudget budget) {
        this.file = file;
        this.entry = entry;
        this.budget = budget;
        this.inflater = entry.method() == ZipEntry.DEFLATED ? new Inflater(true) : null;
        this.position = dataOffset;
        this.packedLeft = entry.packed();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended) {
            return -1;
        }
        int count = inflater == null ? stored(target, offset, length) : inflated(inflater, target, offset, length);
        if (count < 0) {
            ended = true;
            requireWhole();
            return -1;
        }
        delivered += count;
        budget.take(entry, delivered, count);
        crc.update(target, offset, count);
        return count;
    }

    private int stored(byte[] target, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, packedLeft);
        return wanted == 0 ? -1 : readFile(target, offset, wanted);
    }

    private int inflated(Inflater inflater, byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary() || packedLeft == 0) {
                    throw broken(null);
                }
                int read = readFile(packed, 0, (int) Math.min(packed.length, packedLeft));
                inflater.setInput(packed, 0, read);
            }
        } catch (DataFormatException e) {
            throw broken(e);
        }
    }

    private int readFile(byte[] target, int offset, int length) throws IOException {
        int read = file.read(ByteBuffer.wrap(target, offset, length), position);
        if (read < 0) {
            throw Window.truncated();
        }
        position += read;
        packedLeft -= read;
        return read;
    }

    private void requireWhole() throws IOException {
        if (delivered != entry.size() || crc.getValue() != entry.crc()) {
            throw broken(null);
        }
    }

    private MalformedPartException broken(@Nullable Exception cause) {
        return new MalformedPartException("damaged in the ZIP after byte " + delivered, cause);
    }

    @Override
    public void close() {
        ended = true;
        if (inflater != null) {
            inflater.end();
        }
    }
}
