package org.essaim.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.essaim.contracts.IdSet;
import org.essaim.ingest.archive.files.ExtractCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes that archives reach in life. */
class ZipExtremesTest {

    private static final long MEDIA = 20L << 30;

    @TempDir
    Path directory;

    private record Placed(String name, long size, long crc, long offset) {}

    @Test
    void archiveBeyondFourGigabytesShouldBeReadByItsDirectory() throws IOException {
        ArchiveContents contents = Reader.contents(large());

        assertThat(contents.followings()).isEqualTo(IdSet.of(1, 2, 3));
        assertThat(contents.owner().xId().value()).isEqualTo(1000);
    }

    @Test
    void archiveOfTwentyGigabytesShouldBeReadInASmallHeap() throws IOException, InterruptedException {
        Path extract = directory.resolve("extract.json");
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExtractCommand.class.getName(),
                        large().toString())
                .redirectOutput(extract.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(reader.waitFor()).isZero();
        assertThat(extract).content().contains("\"followings\":[\"1\",\"2\",\"3\"]");
    }

    /** 65,541 entries, of which the end of the ZIP says 5, as programs do that know no larger form. */
    @Test
    void archiveOfMoreEntriesThanItCanCountShouldBeReadWhole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < (1 << 16) + 3; i++) {
                zip.putNextEntry(new ZipEntry("data/tweets_media/" + i + ".jpg"));
            }
            zip.putNextEntry(new ZipEntry("data/account.js"));
            zip.write(ZipShape.account("1000").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data/following.js"));
            zip.write(ZipShape.list("following", "following", 0, 1, 2, 3).getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int end = whole.capacity() - 22;
        whole.putShort(end + 8, (short) 5).putShort(end + 10, (short) 5);
        Path file = directory.resolve("wrapped.zip");
        try (FileChannel zip = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // Without the record of the larger form and the one that tells where it is.
            zip.write(whole.slice(0, end - 76));
            zip.write(whole.slice(end, 22));
        }

        assertThat(Reader.contents(file).followings()).isEqualTo(IdSet.of(1, 2, 3));
    }

    /** Stored entries behind a hole of twenty gigabytes, so that every place needs more than 32 bits. */
    private Path large() throws IOException {
        Path file = directory.resolve("large.zip");
        try (FileChannel zip = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            List<Placed> placed = new ArrayList<>();
            placed.add(place(zip, "data/tweets_media/1.mp4", new byte[0], MEDIA));
            placed.add(place(zip, "data/account.js", text(ZipShape.account("1000")), 0));
            placed.add(place(zip, "data/following.js", text(ZipShape.list("following", "following", 0, 1, 2, 3)), 0));
            writeDirectory(zip, placed);
        }
        return file;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Placed place(FileChannel zip, String name, byte[] bytes, long hole) throws IOException {
        long offset = zip.position();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] nameBytes = text(name);
        ByteBuffer header = ByteBuffer.allocate(30 + nameBytes.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034b50).position(26);
        header.putShort((short) nameBytes.length)
                .putShort((short) 0)
                .put(nameBytes)
                .flip();
        zip.write(header);
        zip.write(ByteBuffer.wrap(bytes));
        zip.position(zip.position() + hole);
        return new Placed(name, bytes.length + hole, crc.getValue(), offset);
    }

    private static void writeDirectory(FileChannel zip, List<Placed> entries) throws IOException {
        long start = zip.position();
        for (Placed entry : entries) {
            byte[] name = text(entry.name());
            ByteBuffer line = ByteBuffer.allocate(46 + name.length + 28).order(ByteOrder.LITTLE_ENDIAN);
            line.putInt(0x02014b50).position(16);
            line.putInt((int) entry.crc()).putInt(-1).putInt(-1);
            line.putShort((short) name.length).putShort((short) 28).position(42);
            line.putInt(-1).put(name);
            line.putShort((short) 1).putShort((short) 24);
            line.putLong(entry.size())
                    .putLong(entry.size())
                    .putLong(entry.offset())
                    .flip();
            zip.write(line);
        }
        long end = zip.position();
        ByteBuffer tail = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        tail.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        tail.putLong(entries.size())
                .putLong(entries.size())
                .putLong(end - start)
                .putLong(start);
        tail.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        tail.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        tail.putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0)
                .flip();
        zip.write(tail);
    }
}
