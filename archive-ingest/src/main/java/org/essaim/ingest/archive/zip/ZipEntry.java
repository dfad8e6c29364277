package org.essaim.ingest.archive.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ZIP's directory.
 *
 * @param packed how many bytes the entry takes in the file
 * @param size how many it inflates to
 * @param crc the CRC-32 of those, unsigned
 * @param offset where its own header stands
 */
record ZipEntry(
        String name,
        int method,
        boolean encrypted,
        long packed,
        long size,
        long crc,
        long offset,
        @Nullable Instant modified) {

    /** Bytes of a line without name, extra field and comment. */
    static final long SMALLEST = 46;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int SIGNATURE = 0x02014b50;
    private static final int ENCRYPTED = 1 | (1 << 6) | (1 << 13);
    private static final int UTF8_NAME = 1 << 11;
    private static final int EXTRA_ZIP64 = 1;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    /** Reads the next line. */
    static ZipEntry read(Window directory) throws IOException {
        if (directory.i32() != SIGNATURE) {
            throw Window.truncated();
        }
        directory.skip(4);
        int flags = directory.u16();
        int method = directory.u16();
        int time = directory.u16();
        int date = directory.u16();
        long crc = directory.u32();
        long packed = directory.u32();
        long size = directory.u32();
        int nameLength = directory.u16();
        int extraLength = directory.u16();
        int commentLength = directory.u16();
        directory.skip(8);
        long offset = directory.u32();
        byte[] name = directory.bytes(nameLength);
        byte[] extra = directory.bytes(extraLength);
        directory.skip(commentLength);
        Large large = Large.of(extra, size, packed, offset);
        // Names that matter are ASCII; in any other encoding the wrong letters do no harm.
        String text = new String(name, (flags & UTF8_NAME) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return new ZipEntry(
                text,
                method,
                (flags & ENCRYPTED) != 0,
                large.packed(),
                large.size(),
                crc,
                large.offset(),
                modified(date, time));
    }

    /** DOS time has no zone; half a day does not matter where archives are told apart by their age. */
    private static @Nullable Instant modified(int date, int time) {
        try {
            return LocalDateTime.of(
                            1980 + (date >> 9),
                            (date >> 5) & 15,
                            date & 31,
                            time >> 11,
                            (time >> 5) & 63,
                            Math.min(59, (time & 31) * 2))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The three numbers that move to an extra field when they outgrow 4 bytes, in the order they stand there. */
    private record Large(long size, long packed, long offset) {

        private static Large of(byte[] extra, long size, long packed, long offset) throws IOException {
            if (size != IN_EXTRA && packed != IN_EXTRA && offset != IN_EXTRA) {
                return new Large(size, packed, offset);
            }
            ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
            while (fields.remaining() >= 4) {
                int id = Short.toUnsignedInt(fields.getShort());
                int length = Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining());
                if (id == EXTRA_ZIP64) {
                    ByteBuffer numbers = fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
                    return new Large(next(numbers, size), next(numbers, packed), next(numbers, offset));
                }
                fields.position(fields.position() + length);
            }
            throw Window.truncated();
        }

        private static long next(ByteBuffer numbers, long small) throws IOException {
            if (small != IN_EXTRA) {
                return small;
            }
            if (numbers.remaining() < 8) {
                throw Window.truncated();
            }
            long value = numbers.getLong();
            if (value < 0) {
                throw Window.truncated();
            }
            return value;
        }
    }
}
