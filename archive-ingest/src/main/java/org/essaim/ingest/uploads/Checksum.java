package org.essaim.ingest.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.essaim.ingest.archive.ReadingWatch;

/** Compares bytes with the claim check that came with them. */
public final class Checksum {

    private static final int BUFFER = 64 * 1024;

    private Checksum() {}

    /**
     * Whether the file has this size and this SHA-256, 64 lower-case hexadecimal digits.
     *
     * @param watch told on the way that nothing is understood yet; it may end the comparison
     */
    public static boolean matches(Path file, long sizeBytes, String sha256, ReadingWatch watch) throws IOException {
        if (Files.size(file) != sizeBytes) {
            return false;
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[(int) Math.clamp(sizeBytes, 1, BUFFER)];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                watch.saw(0, 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
