package org.essaim.ingest.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives with bytes changed by chance are read or refused, within a limit of time and heap; they never fail otherwise. {@code
 * essaim.mutations} says how many (2,000 in the build).
 */
class MutatedArchivesTest {

    private static final ReadLimits TIGHT = new ReadLimits(1_000, 1 << 20, 100, 1_000, 1_000, 1 << 20);

    @TempDir
    Path directory;

    @Test
    @Timeout(3600)
    void changedZipShouldBeReadOrRefused() throws IOException {
        check(ZipShape.usual()
                .with(
                        "data/tweets.js",
                        "window.YTD.tweets.part0 = [ {\"tweet\":{\"entities\":{\"user_mentions\":[{\"id_str\":\"2\","
                                + "\"screen_name\":\"two\"}]},\"created_at\":\"Tue Jan 12 17:00:02 +0000 2021\"}} ]")
                .toBytes());
    }

    /** Stored entries are not protected by compression: every change reaches the parser. */
    @Test
    @Timeout(3600)
    void changedPartShouldBeReadOrRefused() throws IOException {
        byte[] list =
                ZipShape.list("following", "following", 0, 1, 2, 3).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Random random = new Random(2);
        for (int i = 0; i < mutations(); i++) {
            byte[] changed = changed(list, random);
            ZipShape zip =
                    ZipShape.usual().with("data/following.js", changed).with("data/manifest.js", changed(list, random));
            Reader.read(zip.writeTo(directory), TIGHT);
        }
    }

    private void check(byte[] whole) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < mutations(); i++) {
            Reader.read(Files.write(directory.resolve("archive.zip"), changed(whole, random)), TIGHT);
        }
    }

    private static int mutations() {
        return Integer.getInteger("essaim.mutations", 2_000);
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        for (int change = random.nextInt(8); change >= 0; change--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> changed[at] = (byte) 0xFF;
                default -> {
                    int length = random.nextInt(Math.min(16, changed.length - at));
                    System.arraycopy(whole, random.nextInt(whole.length - length), changed, at, length);
                }
            }
        }
        return changed;
    }
}
