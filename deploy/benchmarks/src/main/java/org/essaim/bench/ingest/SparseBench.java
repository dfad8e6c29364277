package org.essaim.bench.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.essaim.ingest.archive.files.ExtractCommand;

/** An archive of 20 GB, nearly all of it media, read in a heap of 128 MB: the time follows the lists, not the file. */
final class SparseBench {

    private static final long MEDIA = 20L << 30;
    private static final int FOLLOWINGS = 100_000;

    private final Options options;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, long size, long crc, long offset) {}

    SparseBench(Options options) {
        this.options = options;
    }

    Map<String, Object> run() throws IOException, InterruptedException {
        Path file = options.folder().resolve("sparse.zip");
        Files.deleteIfExists(file);
        write(file);
        long start = System.nanoTime();
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        ExtractCommand.class.getName(),
                        file.toString())
                .redirectOutput(options.folder().resolve("sparse.json").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (reader.waitFor() != 0) {
            throw new IOException("the archive of 20 GB was not read");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "sparse: ZIP64 of %d bytes, %d followings, -Xmx128m, JVM start included: %.2f s%n",
                Files.size(file), FOLLOWINGS, seconds);
        Files.delete(file);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sparse_20gb_s", IngestBench.decimal(seconds));
        return figures;
    }

    private void write(Path file) throws IOException {
        try (FileChannel zip = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            place(zip, "data/tweets_media/1.mp4", new byte[0], MEDIA);
            place(
                    zip,
                    "data/account.js",
                    text("window.YTD.account.part0 = [ { \"account\" : { \"accountId\" : \"77\" } } ]"),
                    0);
            java.io.ByteArrayOutputStream list = new java.io.ByteArrayOutputStream();
            list.writeBytes(text("window.YTD.following.part0 = [\n"));
            Bodies.followings(
                    list,
                    LongStream.rangeClosed(1, FOLLOWINGS).map(i -> i << 40).toArray());
            list.write(']');
            place(zip, "data/following.js", list.toByteArray(), 0);
            directory(zip);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A stored entry, and a hole behind it that belongs to it. */
    private void place(FileChannel zip, String name, byte[] bytes, long hole) throws IOException {
        long offset = zip.position();
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ByteBuffer header = ByteBuffer.allocate(30 + name.length()).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034b50).putShort(26, (short) name.length()).position(30);
        header.put(text(name)).flip();
        zip.write(header);
        zip.write(ByteBuffer.wrap(bytes));
        zip.position(zip.position() + hole);
        entries.add(new Entry(name, bytes.length + hole, crc.getValue(), offset));
    }

    private void directory(FileChannel zip) throws IOException {
        long start = zip.position();
        for (Entry entry : entries) {
            ByteBuffer line =
                    ByteBuffer.allocate(46 + entry.name().length() + 28).order(ByteOrder.LITTLE_ENDIAN);
            line.putInt(0, 0x02014b50)
                    .putInt(16, (int) entry.crc())
                    .putInt(20, -1)
                    .putInt(24, -1);
            line.putShort(28, (short) entry.name().length())
                    .putShort(30, (short) 28)
                    .putInt(42, -1);
            line.position(46).put(text(entry.name())).putShort((short) 1).putShort((short) 24);
            line.putLong(entry.size())
                    .putLong(entry.size())
                    .putLong(entry.offset())
                    .flip();
            zip.write(line);
        }
        long end = zip.position();
        ByteBuffer tail = ByteBuffer.allocate(56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        tail.putInt(0, 0x06064b50).putLong(4, 44).putLong(24, entries.size()).putLong(32, entries.size());
        tail.putLong(40, end - start).putLong(48, start);
        tail.putInt(56, 0x07064b50).putLong(64, end).putInt(72, 1);
        tail.putInt(76, 0x06054b50)
                .putShort(84, (short) -1)
                .putShort(86, (short) -1)
                .putInt(88, -1)
                .putInt(92, -1);
        zip.write(tail);
    }
}
