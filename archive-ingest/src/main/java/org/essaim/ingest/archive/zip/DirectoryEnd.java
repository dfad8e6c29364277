package org.essaim.ingest.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.essaim.contracts.ArchiveRejected.Reason;
import org.essaim.ingest.archive.ArchiveRefusedException;

/**
 * The record at the end of a ZIP: where its directory starts, how long it is and how many entries it names.
 *
 * @param wraps whether the number of entries stands in 16 bits, so that some programs count from 0 again after each 65,536
 */
record DirectoryEnd(long entries, boolean wraps, long size, long offset) {

    private static final int RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int RECORD64 = 56;
    private static final int SIGNATURE64 = 0x06064b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;

    /** Finds the record; refuses what is no ZIP, and a ZIP that was cut before it. */
    static DirectoryEnd find(FileChannel file) throws IOException {
        requireZip(file);
        int length = (int) Math.min(file.size(), RECORD + LONGEST_COMMENT);
        long start = file.size() - length;
        ByteBuffer tail =
                ByteBuffer.wrap(new Window(file, start, length).bytes(length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = length - RECORD; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE && at + RECORD + u16(tail, at + 20) <= length) {
                return at(file, start + at, tail, at);
            }
        }
        throw Window.truncated();
    }

    private static void requireZip(FileChannel file) throws IOException {
        int signature = file.size() < RECORD ? 0 : new Window(file, 0, 4).i32();
        if (signature != LOCAL_SIGNATURE && signature != SIGNATURE) {
            throw new ArchiveRefusedException(
                    Reason.NOT_AN_ARCHIVE, "This file is not a ZIP. Bring the ZIP that X let you download, unchanged.");
        }
    }

    private static DirectoryEnd at(FileChannel file, long position, ByteBuffer tail, int at) throws IOException {
        int disk = u16(tail, at + 4);
        int entries = u16(tail, at + 10);
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        boolean large = disk == 0xFFFF || entries == 0xFFFF || size == 0xFFFFFFFFL || offset == 0xFFFFFFFFL;
        if (large && position >= LOCATOR) {
            Window locator = new Window(file, position - LOCATOR, LOCATOR);
            if (locator.i32() == LOCATOR_SIGNATURE) {
                locator.skip(4);
                return zip64(file, locator.u64());
            }
        }
        if (disk != 0 && disk != 0xFFFF) {
            throw Window.truncated();
        }
        return new DirectoryEnd(entries, true, size, offset);
    }

    private static DirectoryEnd zip64(FileChannel file, long position) throws IOException {
        Window record = new Window(file, position, RECORD64);
        if (record.i32() != SIGNATURE64) {
            throw Window.truncated();
        }
        record.skip(28);
        return new DirectoryEnd(record.u64(), false, record.u64(), record.u64());
    }

    private static int u16(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }
}
