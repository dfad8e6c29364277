package org.essaim.local.files;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords and keys, made once and kept in one file that only this user can read. Each is made when it is first asked for,
 * so a version of Essaim that needs a new one finds the old ones unchanged.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Properties kept = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Reads the file {@code secrets} of the folder, if it is there. */
    public static Secrets in(DataFolder folder) throws IOException {
        Secrets secrets = new Secrets(folder.path().resolve("secrets"));
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file, StandardCharsets.US_ASCII)) {
                secrets.kept.load(reader);
            }
        }
        return secrets;
    }

    /** The password of that name: 32 characters that need no quoting anywhere. */
    public String password(String name) throws IOException {
        return keep(name, "", PASSWORD_BYTES);
    }

    /** The encryption keys of that name, as {@code k1:BASE64} with one key of 256 bits. */
    public String keys(String name) throws IOException {
        return keep(name, "k1:", KEY_BYTES);
    }

    private synchronized String keep(String name, String prefix, int length) throws IOException {
        String known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        Base64.Encoder encoder = prefix.isEmpty() ? Base64.getUrlEncoder().withoutPadding() : Base64.getEncoder();
        String made = prefix + encoder.encodeToString(bytes);
        kept.setProperty(name, made);
        write();
        return made;
    }

    /** The new file takes the place of the old one at once: a crash must not lose keys that data was encrypted with. */
    private void write() throws IOException {
        Path fresh = file.resolveSibling("secrets.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                Writer writer = Channels.newWriter(channel, StandardCharsets.US_ASCII)) {
            kept.store(writer, "Made by Essaim. Losing this file loses what it encrypts.");
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
